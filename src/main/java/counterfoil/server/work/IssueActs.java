package counterfoil.server.work;

import counterfoil.domain.rights.CommandType;
import counterfoil.domain.rights.PartyKind;
import counterfoil.domain.rights.Rights;
import counterfoil.domain.rights.Subject;
import counterfoil.domain.voucher.CodeStrength;
import counterfoil.domain.voucher.Holder;
import counterfoil.domain.voucher.Standing;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.Validity;
import counterfoil.domain.voucher.Voucher;
import counterfoil.domain.voucher.VoucherCode;
import counterfoil.domain.voucher.Worth;
import counterfoil.protocol.CommandResult.IssuedCode;
import counterfoil.protocol.IssueVouchers;
import counterfoil.protocol.NewGood;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.server.store.FeedTable;
import counterfoil.server.store.GoodTable.Good;
import counterfoil.server.store.PlacesTable.Party;
import counterfoil.server.store.PlacesTable.Shop;
import counterfoil.server.store.TenantTable.CodeKey;
import counterfoil.server.store.VoucherTable.VoucherRow;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes the vouchers of an order. */
final class IssueActs {
  static final String VALIDITY = "validity-day";

  private final Group group;
  private final VoucherActs vouchers;

  IssueActs(Group group) {
    this.group = group;
    this.vouchers = new VoucherActs(group);
  }

  Act.Verdict issue(Act act, IssueVouchers issue) {
    Good good = group.tables().goods().byId(issue.good());
    NewGood newGood = issue.newGood();
    Good made = good != null || newGood == null ? good : made(issue.good(), newGood);
    if (made == null) {
      return Act.Refused.invalid(null, "there is no such good");
    }
    if (!Rights.mayCommand(
        act.actor(), CommandType.VOUCHER_ISSUE, Subject.party(made.supplier()))) {
      return Act.Refused.of(null, ProblemCode.FORBIDDEN);
    }
    Act.Refused unfit = unfit(issue, made);
    if (unfit != null) {
      return unfit;
    }
    Map<String, VoucherCode> codes = new LinkedHashMap<>();
    Act.Refused taken = codes(issue, codes);
    if (taken != null) {
      return taken;
    }
    if (good == null) {
      group.tables().goods().insert(made);
      group.stamp(Rows.good(made));
    }
    return write(issue, made, codes);
  }

  private static Good made(String id, NewGood good) {
    return new Good(
        id,
        good.supplier(),
        good.name(),
        good.kind(),
        good.supply(),
        good.suggestedFrom(),
        good.suggestedTo(),
        good.retail(),
        good.refund(),
        1);
  }

  private Act.@Nullable Refused unfit(IssueVouchers issue, Good good) {
    Party supplier = group.tables().places().party(good.supplier());
    if (supplier == null
        || (supplier.kind() != PartyKind.SUPPLIER && supplier.kind() != PartyKind.SUB_MERCHANT)) {
      return Act.Refused.invalid(null, "a good is supplied by a supplier or a sub-merchant");
    }
    if (issue.distributor() != null) {
      Party distributor = group.tables().places().party(issue.distributor());
      if (distributor == null || distributor.kind() != PartyKind.DISTRIBUTOR) {
        return Act.Refused.invalid(null, "the distributor is none");
      }
    }
    if (issue.stores().isEmpty() == (good.kind() == Voucher.Kind.INTERNAL)) {
      return Act.Refused.invalid(null, "internal goods need stores, external ones have none");
    }
    for (String store : issue.stores()) {
      Shop shop = group.tables().places().shop(store);
      if (shop == null || !shop.party().equals(good.supplier())) {
        return Act.Refused.invalid(null, "a store is not the supplier's");
      }
    }
    boolean mixed =
        (issue.price() != null && !issue.price().currency().equals(good.retail().currency()))
            || (issue.worth() instanceof Take.Amount(var amount)
                && !amount.currency().equals(good.retail().currency()));
    return mixed ? Act.Refused.invalid(null, "the order mixes currencies") : null;
  }

  /** Collects the codes, given and made; a refusal when one is taken or cannot be one. */
  private Act.@Nullable Refused codes(IssueVouchers issue, Map<String, VoucherCode> codes) {
    Set<VoucherCode> seen = new HashSet<>();
    for (IssueVouchers.NewVoucher voucher : issue.vouchers()) {
      if (group.tables().vouchers().byId(voucher.id()) != null) {
        return Act.Refused.invalid(voucher.id(), "there is already a voucher with this id");
      }
      if (voucher.code() != null) {
        Optional<VoucherCode> code = VoucherCode.of(voucher.code());
        if (code.isEmpty()) {
          return Act.Refused.invalid(voucher.id(), "a code has 4 to 64 letters and digits");
        }
        if (!seen.add(code.get()) || vouchers.find(code.get()) != null) {
          return new Act.Refused(
              voucher.id(), Problem.of(ProblemCode.CODE_TAKEN).with("voucher", voucher.id()));
        }
        codes.put(voucher.id(), code.get());
      }
    }
    for (IssueVouchers.NewVoucher voucher : issue.vouchers()) {
      if (voucher.code() == null) {
        VoucherCode code = VoucherCode.generate(group.around().random());
        while (!seen.add(code) || vouchers.find(code) != null) {
          code = VoucherCode.generate(group.around().random());
        }
        codes.put(voucher.id(), code);
      }
    }
    return null;
  }

  private Act.Verdict write(IssueVouchers issue, Good good, Map<String, VoucherCode> codes) {
    List<VoucherCode> given =
        issue.vouchers().stream()
            .filter(voucher -> voucher.code() != null)
            .map(voucher -> code(codes, voucher.id()))
            .toList();
    boolean guessable = !given.isEmpty() && CodeStrength.guessable(given);
    List<IssuedCode> named = new ArrayList<>();
    List<String> made = new ArrayList<>();
    for (IssueVouchers.NewVoucher voucher : issue.vouchers()) {
      VoucherCode code = code(codes, voucher.id());
      made.add(put(row(issue, good, voucher.id(), code, guessable && voucher.code() != null)));
      if (voucher.code() == null) {
        named.add(new IssuedCode(voucher.id(), code.text()));
      }
    }
    return new Act.Applied(
        issue.vouchers().getFirst().id(), 1L, named, "", Group.hash(String.join("\n", made)));
  }

  private static VoucherCode code(Map<String, VoucherCode> codes, String voucher) {
    VoucherCode code = codes.get(voucher);
    if (code == null) {
      throw new IllegalStateException("a voucher without a code");
    }
    return code;
  }

  private VoucherRow row(
      IssueVouchers issue, Good good, String id, VoucherCode code, boolean guessable) {
    CodeKey key = group.codeKeys().getFirst();
    Worth worth =
        switch (issue.worth()) {
          case Take.Uses(int uses) -> new Worth.Uses(uses, uses);
          case Take.Amount(var amount) -> new Worth.Value(amount, amount);
        };
    Voucher terms =
        new Voucher(
            id,
            good.id(),
            good.kind(),
            worth,
            Standing.ACTIVE,
            issue.validity(),
            issue.stores(),
            guessable,
            new Holder.Free(),
            null);
    Instant delivered = issue.deliveredAt() == null ? group.now() : issue.deliveredAt();
    return new VoucherRow(
        terms,
        good.supplier(),
        issue.distributor(),
        VoucherActs.hash(key, code),
        code.tail(),
        key.id(),
        issue.order(),
        issue.price() == null ? good.retail() : issue.price(),
        Rows.buyer(issue.buyer()),
        delivered,
        false,
        null,
        1);
  }

  /**
   * Adds a voucher: its row, its money, the days on which its state changes, its feed row.
   *
   * @return what the feed says of it to everyone who sees it
   */
  private String put(VoucherRow row) {
    group.tables().vouchers().insert(row);
    new Ledger(group).issued(row);
    planDays(row.terms().validity());
    FeedTable.Entry entry = Rows.voucher(row, group.calendar(), group.now());
    group.stamp(entry);
    return String.valueOf(entry.data());
  }

  void planDays(Validity validity) {
    if (validity.from() != null) {
      planDay(validity.from());
    }
    if (validity.to() != null) {
      planDay(validity.to().plusDays(1));
    }
  }

  private void planDay(LocalDate day) {
    Instant at = day.atStartOfDay(group.calendar().zone()).toInstant();
    if (at.isAfter(group.now())) {
      group.plan(VALIDITY, day.toString(), at);
    }
  }
}

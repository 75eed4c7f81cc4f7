package counterfoil.client.cache;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.domain.money.Money;
import counterfoil.domain.voucher.Holder;
import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.Validity;
import counterfoil.domain.voucher.Voucher;
import counterfoil.domain.voucher.VoucherState;
import counterfoil.domain.voucher.Worth;
import counterfoil.protocol.Buyer;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.ChangeLine;
import counterfoil.protocol.RedeemVoucher;
import counterfoil.protocol.RedemptionRow;
import counterfoil.protocol.UndoRedemption;
import counterfoil.protocol.VoucherRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/** A store in a folder, with one person, one device, and rows to fill it with. */
final class Store implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-24T08:00:00Z");
  static final String TENANT = "01930000-0000-7000-8000-00000000000e";
  static final String PERSON = "tenant\0mei";
  static final VaultCost CHEAP = new VaultCost(64, 1, 1);
  static final String DEVICE = id(1);
  static final String SHOP = id(2);
  static final String GOOD = id(3);
  static final String CLERK = id(4);

  final Path folder;
  final Cache cache;

  private Store(Path folder, Cache cache) {
    this.folder = folder;
    this.cache = cache;
  }

  static CacheOptions options() {
    return new CacheOptions(Runnable::run, new SecureRandom(), CHEAP);
  }

  static char[] password() {
    return "correct horse".toCharArray();
  }

  /** A new store, its vault open. */
  static Store make(Path folder) throws IOException {
    Cache cache = opened(Cache.open(folder, options()));
    cache.createVault(PERSON, password());
    cache.device().keep(cache.device().make(DEVICE), TENANT);
    return new Store(folder, cache);
  }

  /** An old store, its vault opened again. */
  static Store again(Path folder) throws IOException {
    Cache cache = opened(Cache.open(folder, options()));
    assertThat(cache.unlock(PERSON, password())).isInstanceOf(VaultResult.Open.class);
    return new Store(folder, cache);
  }

  static Cache opened(OpenResult result) {
    assertThat(result).isInstanceOf(OpenResult.Opened.class);
    return ((OpenResult.Opened) result).cache();
  }

  static String id(long number) {
    return String.format(Locale.ROOT, "01930000-0000-7000-8000-%012x", number);
  }

  static Bytes hash(long number) {
    byte[] hash = new byte[32];
    Arrays.fill(hash, (byte) number);
    return Bytes.of(hash);
  }

  /** A voucher of some uses for 88.00, bought by Wang Xiaoming. */
  static ChangeLine voucher(long number, long version, int total, int left) {
    VoucherState state = left == 0 ? VoucherState.REDEEMED : VoucherState.REDEEMABLE;
    return voucher(number, version, state, total, left);
  }

  /** A refunded voucher whose validity never ends. */
  static ChangeLine refunded(long number, long version) {
    return voucher(number, version, VoucherState.REFUNDED, 3, 3);
  }

  private static ChangeLine voucher(
      long number, long version, VoucherState state, int total, int left) {
    VoucherRow row =
        new VoucherRow(
            state,
            Voucher.Kind.INTERNAL,
            new Worth.Uses(total, left),
            Validity.always(),
            Set.of(SHOP),
            GOOD,
            "E2026112400" + number,
            Money.fen(88_00),
            hash(number),
            "7K3Q",
            "k1",
            false,
            new Holder.Free(),
            new Buyer("王小明", "13812345678"),
            null);
    return ChangeLine.of(id(number), version, row);
  }

  static ChangeLine redemption(String id, long version, long voucher, boolean undone) {
    return ChangeLine.of(
        id,
        version,
        new RedemptionRow(
            id(voucher),
            new Take.Uses(1),
            SHOP,
            DEVICE,
            CLERK,
            NOW,
            Redemption.Mode.PROVISIONAL,
            undone));
  }

  static CommandDraft redeem(String id, long voucher) {
    return new CommandDraft(
        id,
        id(voucher),
        null,
        NOW,
        CLERK,
        Money.fen(88_00),
        new RedeemVoucher(null, new Take.Uses(1), SHOP, NOW, Redemption.Mode.PROVISIONAL, null));
  }

  static CommandDraft undo(String id, String redemption, long voucher) {
    return new CommandDraft(
        id, id(voucher), null, NOW, CLERK, Money.fen(0), new UndoRedemption(redemption, null));
  }

  QueuedCommand act(CommandDraft draft) {
    ActResult result = cache.outbox().act(draft, Outbox.Effect.none());
    assertThat(result).isInstanceOf(ActResult.Durable.class);
    return ((ActResult.Durable) result).command();
  }

  /** Marks everything sent. */
  void send() {
    cache.outbox().sent(cache.outbox().batch(1_000, Long.MAX_VALUE));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    cache.close();
  }
}

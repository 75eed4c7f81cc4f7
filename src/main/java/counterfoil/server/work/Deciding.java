package counterfoil.server.work;

import counterfoil.domain.rights.Actor;
import counterfoil.domain.voucher.Redemption;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.Command;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.CreateParty;
import counterfoil.protocol.CreateStore;
import counterfoil.protocol.CreateUser;
import counterfoil.protocol.DisputeRow;
import counterfoil.protocol.ExpectedVersion;
import counterfoil.protocol.FreezeVoucher;
import counterfoil.protocol.InvalidContent;
import counterfoil.protocol.IssueVouchers;
import counterfoil.protocol.MalformedJson;
import counterfoil.protocol.NoteRefusal;
import counterfoil.protocol.Problem;
import counterfoil.protocol.ProblemCode;
import counterfoil.protocol.RedeemVoucher;
import counterfoil.protocol.RefundVoucher;
import counterfoil.protocol.RenameDevice;
import counterfoil.protocol.RevokeDevice;
import counterfoil.protocol.SentCommand;
import counterfoil.protocol.SetRisk;
import counterfoil.protocol.SwitchUser;
import counterfoil.protocol.UndoRedemption;
import counterfoil.protocol.UpdateParty;
import counterfoil.protocol.UpdateStore;
import counterfoil.protocol.UpdateUser;
import counterfoil.server.store.CommandTable;
import counterfoil.server.store.PlacesTable.Shop;
import counterfoil.server.store.ServerKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides one command in a group, whatever it is: a refused, unknown or invalid one takes its place
 * in the chain as well, so that nothing behind it waits.
 */
final class Deciding {
  /** How far a device's idea of the time of an act may lie before the server's of the sign-in. */
  private static final Duration SKEW = Duration.ofMinutes(2);

  private final Group group;
  private final VoucherActs vouchers;
  private final IssueActs issues;
  private final AdminActs admin;

  Deciding(Group group, ServerKey key) {
    this.group = group;
    this.vouchers = new VoucherActs(group);
    this.issues = new IssueActs(group);
    this.admin = new AdminActs(group, key);
  }

  /** A command as it came. */
  record Sent(Caller caller, SentCommand command, Bytes chainHash, Bytes signature) {}

  /** Decides, or gives the first answer again. */
  CommandResult decide(Sent sent) {
    SentCommand command = sent.command();
    CommandTable.Decided known = group.decided(command.id());
    if (known != null) {
      return again(sent, known);
    }
    return conclude(sent, verdict(sent));
  }

  /** Refuses a command that could not be decided for a fault of the server (an incident). */
  CommandResult fault(Sent sent, String incident) {
    return conclude(
        sent,
        new Act.Refused(
            sent.command().target(), Problem.of(ProblemCode.INTERNAL).with("incident", incident)));
  }

  private CommandResult again(Sent sent, CommandTable.Decided known) {
    SentCommand command = sent.command();
    if (known.contentHash().equals(command.contentHash())) {
      place(sent, null);
      return read(known.result());
    }
    CommandResult result =
        CommandResult.refused(
            command.id(), command.target(), Problem.of(ProblemCode.COMMAND_ID_REUSED));
    place(sent, result.text());
    audit(sent, actorOf(sent), result, "", "");
    return result;
  }

  private CommandResult conclude(Sent sent, Act.Verdict verdict) {
    SentCommand command = sent.command();
    CommandResult result =
        switch (verdict) {
          case Act.Applied(var target, var version, var codes, var before, var after) ->
              new CommandResult(command.id(), target, new CommandResult.Applied(version, codes));
          case Act.Refused(var target, Problem problem) ->
              CommandResult.refused(
                  command.id(), target == null ? command.target() : target, problem);
        };
    if (verdict instanceof Act.Refused(var target, Problem problem)) {
      dispute(sent, target, problem);
    }
    boolean secret = verdict instanceof Act.Applied applied && !applied.codes().isEmpty();
    group.decide(
        new CommandTable.Decided(
            command.id(),
            command.contentHash(),
            type(command),
            group.now(),
            verdict instanceof Act.Applied,
            result.text(),
            secret));
    group.tables().commands().keepBytes(command.id(), sent.caller().device(), command.canonical());
    place(sent, null);
    if (verdict instanceof Act.Applied applied) {
      audit(sent, actorOf(sent), result, applied.before(), applied.after());
    } else {
      audit(sent, actorOf(sent), result, "", "");
    }
    return result;
  }

  private void place(Sent sent, @Nullable String result) {
    group
        .tables()
        .commands()
        .take(
            sent.caller().device(),
            sent.command().deviceSeq(),
            new CommandTable.Place(sent.chainHash(), sent.command().id(), result));
  }

  private void audit(Sent sent, String actor, CommandResult result, String before, String after) {
    SentCommand command = sent.command();
    String outcome =
        switch (result.outcome()) {
          case CommandResult.Applied _ -> "applied";
          case CommandResult.Refused(Problem problem) -> problem.code();
        };
    group.audit(
        new Group.Decision(
            actor,
            sent.caller().device(),
            type(command),
            command.id(),
            Digests.sha256(command.canonical().toArray()).hex(),
            sent.signature().base64Url(),
            result.target() == null ? "" : result.target(),
            outcome,
            before,
            after));
  }

  private Act.Verdict verdict(Sent sent) {
    return switch (sent.command().content()) {
      case SentCommand.Unknown _ ->
          Act.Refused.of(sent.command().target(), ProblemCode.COMMAND_UNKNOWN);
      case SentCommand.Invalid(String pointer, String reason) ->
          new Act.Refused(
              sent.command().target(),
              Problem.of(ProblemCode.COMMAND_INVALID)
                  .detail(pointer + ": " + reason)
                  .with("pointer", pointer));
      case SentCommand.Understood(Command command) -> verdict(sent, command);
    };
  }

  private Act.Verdict verdict(Sent sent, Command command) {
    String user = actorOf(sent);
    Actor actor = group.actor(user);
    if (!signedIn(sent, command, user)) {
      return Act.Refused.of(command.target(), ProblemCode.ACTOR_NOT_SIGNED_IN);
    }
    if (actor == null) {
      return Act.Refused.of(command.target(), ProblemCode.FORBIDDEN);
    }
    Act.Refused stale = stale(command);
    return stale == null ? act(new Act(command, actor, sent.caller().device())) : stale;
  }

  private boolean signedIn(Sent sent, Command command, String user) {
    Instant since = group.tables().devices().signedInSince(sent.caller().device(), user);
    if (since == null) {
      return false;
    }
    return user.equals(sent.caller().actor().user())
        || !command.issuedAt().isBefore(since.minus(SKEW));
  }

  private Act.@Nullable Refused stale(Command command) {
    String target = command.target();
    ExpectedVersion expected = command.expectedVersion();
    if (expected == null) {
      return null;
    }
    if (expected instanceof ExpectedVersion.After(String id)) {
      CommandTable.Decided before = group.decided(id);
      if (before == null || !before.applied()) {
        return Act.Refused.of(target, ProblemCode.DEPENDS_ON_REFUSED);
      }
    }
    Long now = target == null ? null : admin.version(command.type(), target);
    if (now == null) {
      return null;
    }
    long wanted =
        switch (expected) {
          case ExpectedVersion.Exactly(long version) -> version;
          case ExpectedVersion.After(String id) -> madeBy(id, now);
        };
    return wanted == now ? null : new Act.Refused(target, AdminActs.stale(now));
  }

  private long madeBy(String id, long otherwise) {
    CommandTable.Decided before = group.decided(id);
    if (before == null) {
      return otherwise;
    }
    CommandResult.Outcome outcome = read(before.result()).outcome();
    return outcome instanceof CommandResult.Applied applied && applied.version() != null
        ? applied.version()
        : otherwise;
  }

  private Act.Verdict act(Act act) {
    return switch (act.command().payload()) {
      case RedeemVoucher redeem -> vouchers.redeem(act, redeem);
      case UndoRedemption undo -> vouchers.undo(act, undo);
      case IssueVouchers issue -> issues.issue(act, issue);
      case NoteRefusal note -> vouchers.note(act, note);
      case FreezeVoucher freeze -> vouchers.freeze(act, freeze);
      case RefundVoucher refund -> vouchers.refund(act, refund);
      case CreateUser create -> admin.create(act, create);
      case UpdateUser update -> admin.update(act, update);
      case SwitchUser turn -> admin.turn(act, turn);
      case CreateStore create -> admin.create(act, create);
      case UpdateStore update -> admin.update(act, update);
      case CreateParty create -> admin.create(act, create);
      case UpdateParty update -> admin.update(act, update);
      case SetRisk set -> admin.risk(act, set);
      case RenameDevice rename -> admin.rename(act, rename);
      case RevokeDevice _ -> admin.revoke(act);
    };
  }

  /** A provisional redemption that lost is never a redemption: goods were handed over for it. */
  private void dispute(Sent sent, @Nullable String target, Problem problem) {
    if (sent.command().content() instanceof SentCommand.Understood(Command command)
        && command.payload() instanceof RedeemVoucher redeem
        && redeem.mode() == Redemption.Mode.PROVISIONAL) {
      dispute(sent, target, redeem, problem);
    }
  }

  void dispute(Sent sent, @Nullable String target, RedeemVoucher redeem, Problem problem) {
    Shop shop = group.tables().places().shop(redeem.store());
    DisputeRow row =
        new DisputeRow(
            sent.command().id(),
            target == null ? sent.command().target() : target,
            redeem.store(),
            sent.caller().device(),
            actorOf(sent),
            redeem.redeemedAt(),
            problem,
            false);
    String party = shop == null ? sent.caller().actor().party() : shop.party();
    group.stamp(Rows.row(sent.command().id(), 1, row, party, Set.of(redeem.store())));
  }

  private static String actorOf(Sent sent) {
    return sent.command().content() instanceof SentCommand.Understood(Command command)
            && command.actor() != null
        ? command.actor()
        : sent.caller().actor().user();
  }

  private static String type(SentCommand command) {
    return switch (command.content()) {
      case SentCommand.Understood(Command readable) -> readable.type().wire();
      case SentCommand.Unknown(String type) -> type;
      case SentCommand.Invalid _ -> "";
    };
  }

  static CommandResult read(String text) {
    try {
      return CommandResult.read(text);
    } catch (MalformedJson | InvalidContent e) {
      throw new IllegalStateException("a kept answer cannot be read", e);
    }
  }
}

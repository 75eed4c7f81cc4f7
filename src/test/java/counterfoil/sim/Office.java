package counterfoil.sim;

import counterfoil.domain.money.Money;
import counterfoil.domain.rights.Role;
import counterfoil.domain.voucher.Refunding;
import counterfoil.domain.voucher.Take;
import counterfoil.domain.voucher.Validity;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.Chain;
import counterfoil.protocol.ChainHead;
import counterfoil.protocol.Command;
import counterfoil.protocol.CommandBatch;
import counterfoil.protocol.CommandResult;
import counterfoil.protocol.Ed25519Key;
import counterfoil.protocol.FreezeVoucher;
import counterfoil.protocol.IssueVouchers;
import counterfoil.protocol.Payload;
import counterfoil.protocol.RefundVoucher;
import counterfoil.protocol.SentCommand;
import counterfoil.protocol.SessionRequest;
import counterfoil.protocol.UpdateUser;
import counterfoil.server.work.Answer;
import counterfoil.server.work.Caller;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The back office, at a line that never breaks: it changes vouchers and people. */
final class Office {
  private final World world;
  private final String username;
  private final String id;
  private final KeyPair keys;
  private final SeededRandom random;
  private long seq;
  private byte[] hash;

  Office(World world, String username, SeededRandom random) {
    this.world = world;
    this.username = username;
    this.random = random;
    this.id = Template.id(random);
    this.hash = Chain.start(id);
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
      generator.initialize(255, random);
      keys = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T done(Answer<T> answer) {
    return switch (answer) {
      case Answer.Done<T>(T value) -> value;
      case Answer.Refused<T>(var problem) -> throw new AssertionError(problem.code());
    };
  }

  private Caller caller() {
    Ed25519Key key = Ed25519Key.of(keys.getPublic());
    var grant =
        done(
            world
                .server()
                .work()
                .sessions()
                .signIn(
                    new SessionRequest(null, username, Template.PASSWORD, id, "office", key),
                    "::1"));
    return done(
        world.server().work().sessions().caller(grant.tokens().accessToken(), key.thumbprint()));
  }

  void freeze(String voucher, boolean frozen) {
    act(new FreezeVoucher(frozen, null), voucher, "freeze");
  }

  void refund(String voucher) {
    act(new RefundVoucher(Refunding.Wish.SUPPLIER, null), voucher, "refund");
  }

  /** Issues one voucher, and says what a clerk reads on it. */
  Template.Code issue(String good, boolean value, String store, int uses) {
    String voucher = Template.id(random);
    String code = "SIM" + voucher.replace("-", "").substring(0, 20);
    Take worth = value ? new Take.Amount(Money.fen(uses * 100L)) : new Take.Uses(uses);
    act(
        new IssueVouchers(
            good,
            null,
            "E" + voucher.substring(0, 8),
            null,
            null,
            null,
            worth,
            Validity.always(),
            Set.of(store),
            null,
            List.of(new IssueVouchers.NewVoucher(voucher, code))),
        null,
        "issue");
    return new Template.Code(code, voucher, good, value);
  }

  void stores(String user, String name, Set<String> stores) {
    act(new UpdateUser(name, null, Set.of(Role.COUNTER), stores), user, "scope");
  }

  private void act(Payload payload, @Nullable String target, String what) {
    Caller caller = caller();
    SentCommand command =
        new Command(
                Template.id(random),
                target,
                null,
                world.time().instant(),
                seq + 1,
                null,
                Bytes.of(new byte[16]),
                payload)
            .sealed();
    seq++;
    hash = Chain.next(hash, command.canonical().toArray());
    ChainHead head =
        new ChainHead(
            seq, Bytes.of(hash), Ed25519Key.sign(keys.getPrivate(), Chain.signed(id, seq, hash)));
    var answer =
        world.server().work().commands().submit(caller, new CommandBatch(List.of(command), head));
    world.server().step();
    CommandResult result = done(answer.join()).getFirst();
    world
        .tally()
        .count(
            "office "
                + what
                + " "
                + (result.outcome() instanceof CommandResult.Refused(var problem)
                    ? problem.code()
                    : "applied"));
  }
}

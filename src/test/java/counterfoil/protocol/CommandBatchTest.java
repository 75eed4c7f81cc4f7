package counterfoil.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.domain.voucher.Redemption;
import counterfoil.domain.voucher.Take;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Commands keep the bytes they were made with. */
class CommandBatchTest {
  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private static final ChainHead HEAD =
      new ChainHead(1, Bytes.of(new byte[32]), Bytes.of(new byte[64]));

  private static Command command(long seq) {
    return new Command(
        UUID.randomUUID().toString(),
        null,
        new ExpectedVersion.Exactly(3),
        NOW,
        seq,
        null,
        Bytes.of(new byte[16]),
        new RedeemVoucher(
            "K7M2",
            new Take.Uses(1),
            UUID.randomUUID().toString(),
            NOW,
            Redemption.Mode.ONLINE,
            null));
  }

  private static SentCommand only(String json) {
    byte[] body =
        ("{\"commands\":[" + json + "],\"chain\":" + HEAD.json().text() + "}")
            .getBytes(StandardCharsets.UTF_8);
    return ((CommandBatch.Read) CommandBatch.read(body)).batch().commands().getFirst();
  }

  @Test
  void aCommandReadsBackFromTheBytesThatWereStored() {
    Command command = command(1);
    SentCommand sent = command.sealed();
    byte[] body = CommandBatch.write(List.of(sent.canonical()), HEAD);
    CommandBatch batch = ((CommandBatch.Read) CommandBatch.read(body)).batch();
    assertThat(batch.commands()).containsExactly(sent);
    assertThat(batch.chain()).isEqualTo(HEAD);
  }

  @Test
  void unknownMembersCountForTheChainAndTheActorsSignatureDoesNot() {
    String id = UUID.randomUUID().toString();
    SentCommand sent =
        only("{\"id\":\"" + id + "\",\"z\":1,\"device_seq\":1,\"actor_signature\":\"x\"}");
    assertThat(new String(sent.canonical().toArray(), StandardCharsets.UTF_8))
        .isEqualTo("{\"device_seq\":1,\"id\":\"" + id + "\",\"z\":1}");
    assertThat(sent.content()).isEqualTo(new SentCommand.Invalid("/type", "is missing"));
  }

  @Test
  void theContentHashLeavesThePlaceInTheChainOut() {
    Command first = command(1);
    Command moved =
        new Command(
            first.id(),
            first.target(),
            first.expectedVersion(),
            first.issuedAt(),
            2,
            first.actor(),
            first.salt(),
            first.payload());
    assertThat(moved.sealed().contentHash()).isEqualTo(first.sealed().contentHash());
    assertThat(command(1).sealed().contentHash()).isNotEqualTo(first.sealed().contentHash());
  }

  @Test
  void aBatchWithAHoleIsRefusedWhole() {
    byte[] body =
        CommandBatch.write(
            List.of(command(1).sealed().canonical(), command(3).sealed().canonical()), HEAD);
    assertThat(CommandBatch.read(body)).isInstanceOf(CommandBatch.Refused.class);
  }
}

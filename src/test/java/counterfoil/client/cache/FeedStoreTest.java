package counterfoil.client.cache;

import static org.assertj.core.api.Assertions.assertThat;

import counterfoil.domain.voucher.Worth;
import counterfoil.protocol.Bytes;
import counterfoil.protocol.ChangeLine;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the feed fills and what screens find in it. */
final class FeedStoreTest {
  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void open() throws IOException {
    store = Store.make(folder);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void apply(ChangeLine... lines) {
    store.cache.feed().apply(List.of(lines), "c1", Store.NOW);
  }

  @Test
  void findsAVoucherByItsCodesHashUnderAnyKey() {
    apply(Store.voucher(7, 1, 3, 3), Store.voucher(8, 1, 1, 1));
    assertThat(store.cache.vouchers().byCode(List.of(Store.hash(9), Store.hash(8))))
        .hasValueSatisfying(found -> assertThat(found.id()).isEqualTo(Store.id(8)));
    assertThat(store.cache.vouchers().byCode(List.of(Store.hash(9)))).isEmpty();
  }

  @Test
  void keepsCursorAndAgeWithThePage() {
    apply(Store.voucher(7, 1, 3, 3));
    assertThat(store.cache.feed().cursor()).contains("c1");
    assertThat(store.cache.feed().syncedAt()).contains(Store.NOW);
  }

  @Test
  void passesOverWhatThisVersionCannotRead() {
    ChangeLine unknown = new ChangeLine("campaigns", "1", 1, Bytes.of(Store.utf8("{}")));
    ChangeLine unread = new ChangeLine("vouchers", Store.id(9), 1, Bytes.of(Store.utf8("{}")));
    PageApplied applied =
        store
            .cache
            .feed()
            .apply(List.of(unknown, unread, Store.voucher(7, 1, 3, 3)), "c1", Store.NOW);
    assertThat(applied).isEqualTo(new PageApplied(1, 0, 2));
  }

  @Test
  void letsTheLastLineOfAnObjectCountWithinAPage() {
    apply(Store.voucher(7, 1, 3, 3), Store.voucher(8, 1, 1, 1), Store.voucher(7, 2, 3, 2));
    assertThat(found("王小明")).containsExactly(Store.id(8), Store.id(7));
    apply(Store.voucher(7, 3, 3, 1), new ChangeLine("vouchers", Store.id(7), 4, null));
    assertThat(found("王小明")).containsExactly(Store.id(8));
  }

  @Test
  void searchesSealedNamesPhonesAndOrders() {
    apply(Store.voucher(7, 1, 3, 3));
    for (String typed :
        List.of("王", "小明", "王小明", "5678", "138 1234 5678", "E20261124007", "4007")) {
      assertThat(found(typed)).as(typed).containsExactly(Store.id(7));
    }
    for (String typed : List.of("李", "明小", "5679", "4008", "")) {
      assertThat(found(typed)).as(typed).isEmpty();
    }
  }

  private List<String> found(String typed) {
    assertThat(store.cache.vouchers().search(typed)).isInstanceOf(Found.These.class);
    return ((Found.These<CachedVoucher>) store.cache.vouchers().search(typed))
        .items().stream().map(CachedVoucher::id).toList();
  }

  @Test
  void asksForMoreWhenTooManyFit() {
    List<ChangeLine> many =
        IntStream.range(1000, 2001).mapToObj(n -> Store.voucher(n, 1, 1, 1)).toList();
    store.cache.feed().apply(many, "c1", Store.NOW);
    assertThat(store.cache.vouchers().search("王小明")).isInstanceOf(Found.TooMany.class);
  }

  @Test
  void swapsAFreshSetInAndKeepsWhatIsNotOfTheFeed() {
    apply(Store.voucher(7, 1, 3, 3), Store.voucher(8, 1, 1, 1));
    store.act(Store.redeem(Store.id(101), 7));
    store.cache.feed().startOver();
    store.cache.feed().fill(List.of(Store.voucher(7, 5, 3, 2)), "d1", Store.NOW);
    assertThat(store.cache.vouchers().count()).as("live until the swap").isEqualTo(2);
    assertThat(store.cache.feed().freshCursor()).contains("d1");
    store.cache.feed().swap(Store.NOW);
    assertThat(store.cache.feed().cursor()).contains("d1");
    assertThat(store.cache.feed().freshCursor()).isEmpty();
    assertThat(store.cache.vouchers().count()).isEqualTo(1);
    assertThat(store.cache.vouchers().byId(Store.id(7)).orElseThrow().voucher().worth())
        .as("server row and the waiting act on top")
        .isEqualTo(new Worth.Uses(3, 1));
    assertThat(store.cache.outbox().queue().waiting()).isEqualTo(1);
    assertThat(store.cache.risk().used().number()).isEqualTo(1);
  }

  @Test
  void swapsAsOftenAsNeeded() {
    for (int round = 1; round <= 4; round++) {
      store.cache.feed().startOver();
      store.cache.feed().fill(List.of(Store.voucher(round, round, 2, 2)), "d" + round, Store.NOW);
      store.cache.feed().swap(Store.NOW);
      assertThat(store.cache.vouchers().page(null, 10))
          .extracting(CachedVoucher::id)
          .containsExactly(Store.id(round));
      assertThat(found("王小明")).containsExactly(Store.id(round));
    }
  }

  @Test
  void pagesByKeyWithoutGapsOrRepeats() {
    List<ChangeLine> lines = new ArrayList<>();
    for (int n = 1; n <= 25; n++) {
      lines.add(Store.redemption(Store.id(500 + n), 1, 7, n % 3 == 0));
    }
    store.cache.feed().apply(lines, "c1", Store.NOW);
    List<String> seen = new ArrayList<>();
    List<CachedRedemption> page = store.cache.redemptions().recent(null, null, 10);
    while (!page.isEmpty()) {
      page.forEach(each -> seen.add(each.redemption().id()));
      page = store.cache.redemptions().recent(null, RedemptionStore.Key.of(page.getLast()), 10);
    }
    assertThat(seen).hasSize(25).doesNotHaveDuplicates();
  }

  @Test
  void sweepsSpentVouchersByAgeButNotUnderAWaitingAct() {
    apply(Store.voucher(7, 1, 3, 0), Store.voucher(8, 1, 3, 0), Store.voucher(9, 1, 3, 3));
    store.act(Store.redeem(Store.id(101), 8));
    assertThat(store.cache.feed().sweep(Store.NOW, LocalDate.of(2026, 11, 24))).isEqualTo(1);
    assertThat(store.cache.vouchers().page(null, 10))
        .extracting(CachedVoucher::id)
        .containsExactly(Store.id(9), Store.id(8));
  }

  @Test
  void sweepsARefundedVoucherWithoutEndOnceItsRefundIsOldNews() {
    Instant heard = Store.NOW;
    store.cache.feed().apply(List.of(Store.refunded(7, 1), Store.voucher(8, 1, 3, 3)), "c1", heard);
    LocalDate day = LocalDate.of(2026, 11, 24);
    assertThat(store.cache.feed().sweep(heard, day)).as("a counter can still say why").isZero();
    assertThat(store.cache.feed().sweep(heard.plusMillis(1), day)).isEqualTo(1);
    assertThat(store.cache.vouchers().page(null, 10))
        .extracting(CachedVoucher::id)
        .containsExactly(Store.id(8));
  }
}

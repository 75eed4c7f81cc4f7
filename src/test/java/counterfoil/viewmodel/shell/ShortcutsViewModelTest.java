package counterfoil.viewmodel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The overview of keys")
final class ShortcutsViewModelTest {
  @Test
  void listsTheKeysOfTheVoucherScreenOnlyForWhoMayRedeem() {
    assertThat(new ShortcutsViewModel(true, () -> {}).voucher()).isNotEmpty();
    assertThat(new ShortcutsViewModel(false, () -> {}).voucher()).isEmpty();
  }

  @Test
  void givesNoKeyTwiceOnTheSameScreen() {
    ShortcutsViewModel keys = new ShortcutsViewModel(true, () -> {});

    assertThat(keys.everywhere()).extracting(key -> key.caps()).doesNotHaveDuplicates();
    assertThat(keys.voucher()).extracting(key -> key.caps()).doesNotHaveDuplicates();
  }

  @Test
  void closesItself() {
    List<String> closed = new ArrayList<>();

    new ShortcutsViewModel(true, () -> closed.add("closed")).close().execute();

    assertThat(closed).containsExactly("closed");
  }
}

package counterfoil.view.voucher;

import counterfoil.viewmodel.voucher.TicketFace;
import javafx.scene.control.Button;

/** Makes the buttons on a ticket, wired to their commands. */
interface ActButtons {
  /** The button of an act on the stub. */
  Button of(TicketFace.Act act);

  /** The button that redeems what was looked up; of stored value it asks for the amount. */
  Button redeemFound(boolean value);

  /** The button that takes a redemption back for the reason that was typed. */
  Button enterReason();

  /** The button that takes the amount that was typed. */
  Button enterAmount();
}

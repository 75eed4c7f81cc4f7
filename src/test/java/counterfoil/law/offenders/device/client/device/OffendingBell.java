package counterfoil.law.offenders.device.client.device;

import java.awt.Toolkit;

/** Rings the bell of the screen. */
public final class OffendingBell {
  /** Rings. */
  public void ring() {
    Toolkit.getDefaultToolkit().beep();
  }
}

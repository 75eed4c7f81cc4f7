package counterfoil.law.offenders.device.client.device;

import javax.swing.JFrame;

/** Opens a window. */
public record OffendingPreview(JFrame window) {}

package counterfoil.law.offenders.javafx.view;

import javafx.scene.control.Label;

/** Draws. */
public record LawfulView(Label label) {}

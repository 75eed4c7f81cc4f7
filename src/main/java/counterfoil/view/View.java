package counterfoil.view;

/**
 * The controller of one FXML file. A view is built, activated, deactivated, and thrown away; a
 * change of language builds a new one on the same view model.
 */
public interface View {
  /** Starts to follow the view model; the view shows the true state when this returns. */
  void activate();

  /** Stops following it: afterwards the view model holds no reference to this view. */
  void deactivate();
}

package counterfoil.view.shell;

import counterfoil.view.Subscriptions;
import counterfoil.view.View;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Command;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.shell.FirstRunViewModel;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/** The two ways to begin. */
public final class FirstRunView implements View {
  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");

  private final FirstRunViewModel model;
  private final Texts texts;
  private final Runnable switchLanguage;
  private final Subscriptions subscriptions = new Subscriptions();

  @FXML private Button trySample;
  @FXML private TextField address;
  @FXML private Button test;
  @FXML private Button connect;
  @FXML private Label message;
  @FXML private Button language;

  /** A view of {@code model}. */
  public FirstRunView(FirstRunViewModel model, Texts texts, Runnable switchLanguage) {
    this.model = model;
    this.texts = texts;
    this.switchLanguage = switchLanguage;
  }

  @FXML
  void initialize() {
    trySample.setOnAction(_ -> model.trySample().execute());
    test.setOnAction(_ -> model.test().execute());
    address.setOnAction(_ -> model.test().execute());
    connect.setOnAction(_ -> model.connect().execute());
    language.setOnAction(_ -> switchLanguage.run());
  }

  @Override
  public void activate() {
    subscriptions.bindBoth(address.textProperty(), model.addressProperty());
    disable(trySample, model.trySample());
    disable(test, model.test());
    disable(connect, model.connect());
    subscriptions.follow(model.messageProperty(), this::say);
    subscriptions.follow(
        model.failedProperty(), failed -> message.pseudoClassStateChanged(GOOD, !failed));
    trySample.requestFocus();
  }

  private void disable(Button button, Command command) {
    subscriptions.bind(button.disableProperty(), command.executableProperty().map(may -> !may));
  }

  private void say(Wording what) {
    message.setText(texts.say(what));
    message.setVisible(!what.isEmpty());
  }

  @Override
  public void deactivate() {
    subscriptions.close();
  }
}

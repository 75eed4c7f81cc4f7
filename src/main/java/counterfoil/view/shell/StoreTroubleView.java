package counterfoil.view.shell;

import counterfoil.view.Subscriptions;
import counterfoil.view.View;
import counterfoil.view.text.Texts;
import counterfoil.viewmodel.Command;
import counterfoil.viewmodel.Wording;
import counterfoil.viewmodel.shell.StoreTroubleDesk.Kind;
import counterfoil.viewmodel.shell.StoreTroubleDesk.Trouble;
import counterfoil.viewmodel.shell.StoreTroubleViewModel;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** A local store that cannot be used, with the ways on. */
public final class StoreTroubleView implements View {
  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");

  private final StoreTroubleViewModel model;
  private final Texts texts;
  private final Runnable switchLanguage;
  private final Subscriptions subscriptions = new Subscriptions();

  @FXML private Label unharmed;
  @FXML private Label what;
  @FXML private Label advice;
  @FXML private Label folder;
  @FXML private Label code;
  @FXML private VBox signing;
  @FXML private TextField username;
  @FXML private PasswordField password;
  @FXML private Label message;
  @FXML private Button export;
  @FXML private Button again;
  @FXML private Button rebuild;
  @FXML private Button copy;
  @FXML private Button language;

  /** A view of {@code model}. */
  public StoreTroubleView(StoreTroubleViewModel model, Texts texts, Runnable switchLanguage) {
    this.model = model;
    this.texts = texts;
    this.switchLanguage = switchLanguage;
  }

  @FXML
  void initialize() {
    Trouble trouble = model.trouble();
    unharmed.setText(texts.say(model.unharmed()));
    what.setText(texts.say(model.what()));
    advice.setText(texts.say(model.advice()));
    folder.setText(trouble.folder());
    code.setText(trouble.code());
    boolean exports = trouble.kind() != Kind.IN_USE;
    present(export, exports);
    present(signing, exports);
    present(rebuild, trouble.lost());
    style(export, exports);
    style(again, !exports);
    export.setOnAction(_ -> model.export().execute());
    again.setOnAction(_ -> model.again().execute());
    rebuild.setOnAction(_ -> model.rebuild().execute());
    copy.setOnAction(_ -> model.copy().execute());
    language.setOnAction(_ -> switchLanguage.run());
  }

  private static void present(Node node, boolean wanted) {
    node.setVisible(wanted);
    node.setManaged(wanted);
  }

  private static void style(Button button, boolean primary) {
    button.getStyleClass().add(primary ? "primary" : "secondary-button");
  }

  @Override
  public void activate() {
    subscriptions.bindBoth(username.textProperty(), model.usernameProperty());
    subscriptions.bindBoth(password.textProperty(), model.passwordProperty());
    disable(export, model.export());
    disable(again, model.again());
    disable(rebuild, model.rebuild());
    subscriptions.follow(model.messageProperty(), this::say);
    subscriptions.follow(
        model.failedProperty(), failed -> message.pseudoClassStateChanged(GOOD, !failed));
    if (model.trouble().kind() == Kind.IN_USE) {
      again.requestFocus();
    } else {
      export.requestFocus();
    }
  }

  private void disable(Button button, Command command) {
    subscriptions.bind(button.disableProperty(), command.executableProperty().map(may -> !may));
  }

  private void say(Wording now) {
    message.setText(texts.say(now));
    present(message, !now.isEmpty());
  }

  @Override
  public void deactivate() {
    subscriptions.close();
  }
}

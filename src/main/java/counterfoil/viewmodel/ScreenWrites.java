package counterfoil.viewmodel;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the property of a view-model that the screen itself writes: the text of a field, the chosen
 * row. Every other property is handed out read-only, so that a binding shows who owns the state.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface ScreenWrites {}

package counterfoil.viewmodel.shell;

/**
 * What the program says of itself; none of it changes while it runs.
 *
 * @param version its version
 * @param runtime the Java and JavaFX it runs on
 * @param data the folder that holds its data
 * @param server the server it syncs with
 */
public record AboutViewModel(String version, String runtime, String data, String server) {}

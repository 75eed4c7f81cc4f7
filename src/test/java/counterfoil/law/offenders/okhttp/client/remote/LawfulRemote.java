package counterfoil.law.offenders.okhttp.client.remote;

import okhttp3.OkHttpClient;

/** The one who calls. */
public record LawfulRemote(OkHttpClient client) {}

package counterfoil.law.offenders.okhttp.client.sync;

import okhttp3.HttpUrl;

/** Knows an address of the library. */
public record OffendingEngine(HttpUrl server) {}

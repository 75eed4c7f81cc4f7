package counterfoil.law.offenders.json.server.work;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Names its parts for the wire. */
public record OffendingUseCase(@JsonProperty("code") String code) {}

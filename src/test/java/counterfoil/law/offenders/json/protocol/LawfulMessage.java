package counterfoil.law.offenders.json.protocol;

import com.fasterxml.jackson.databind.JsonNode;

/** Maps the wire. */
public record LawfulMessage(JsonNode body) {}

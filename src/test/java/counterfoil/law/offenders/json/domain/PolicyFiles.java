package counterfoil.law.offenders.json.domain;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads the policies that people edit. */
public record PolicyFiles(JsonNode policy) {}

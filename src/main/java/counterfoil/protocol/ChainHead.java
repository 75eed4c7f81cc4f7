package counterfoil.protocol;

/**
 * One link of a device's chain, signed by the device.
 *
 * @param seq the place of the command that the link ends with
 * @param hash h(seq), 32 bytes
 * @param signature Ed25519 over {@link Chain#signed}, 64 bytes
 */
public record ChainHead(long seq, Bytes hash, Bytes signature) {

  static ChainHead read(Members in) throws InvalidContent {
    return new ChainHead(
        in.integer("seq", 1, Members.MOST_INTEGER),
        in.hash("hash"),
        in.base64("signature", 64, 64));
  }

  Json json() {
    return Json.object()
        .put("seq", seq)
        .put("hash", hash.hex())
        .put("signature", signature.base64Url());
  }
}

package dev.keyway.emulator.device;

import com.upokecenter.cbor.CBOREncodeOptions;
import com.upokecenter.cbor.CBORObject;

/** CBOR in the one form that authenticators may write. */
final class Cbor {
  private static final CBOREncodeOptions CTAP2 = new CBOREncodeOptions("ctap2canonical=true");

  private Cbor() {}

  static byte[] canonical(CBORObject value) {
    return value.EncodeToBytes(CTAP2);
  }
}

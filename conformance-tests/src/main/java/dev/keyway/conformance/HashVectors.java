package dev.keyway.conformance;

import dev.keyway.PasswordHash;
import dev.keyway.PasswordHash.Format;
import dev.keyway.Secret;
import java.util.List;
import java.util.Map;

/**
 * Hashes of one password, in every form that a format has. It is in no list of known passwords, as
 * those of published vectors are, so that no provider refuses it. Made with Python's {@code
 * hashlib}, {@code argon2(1)} and phpass.
 */
final class HashVectors {

  /** Whose hashes they are. */
  static final Secret PASSWORD = Secret.of("tall-Trees-27-whisper");

  private static final Map<String, String> SALTED =
      Map.of("prependSalt", "salt+", "appendSalt", "+pepper");
  private static final Map<String, String> ARGON2 =
      Map.of(
          "salt", "somesalt",
          "iterations", "2",
          "memory", "256",
          "threads", "1",
          "keyLength", "32");

  /** All but bcrypt's. */
  static final List<PasswordHash> OF_OTHER_FORMATS =
      List.of(
          hash(Format.MD5, "54a4068f5755aed01f27cf1a2fb53881", Map.of()),
          hash(Format.MD5, "e024aafdbe80c055e04076d20038eaf8", SALTED),
          hash(Format.MD5, "d90815c9116db301d04d4d0c6a8e1cef", Map.of("prependSalt", "salt+")),
          hash(Format.SHA1, "55cf5c692fada595e74266e4d4e3ee076e15c656", Map.of()),
          hash(
              Format.SHA1,
              "1661ea5f90e479ee8ea8c26dde2018e58ca8d621",
              Map.of("appendSalt", "+pepper")),
          hash(
              Format.SHA512,
              "e1dfd0dc41bd3fae71b997c22d2206117341b88051165375e32a200ebe214802"
                  + "ac6549338cb50508501b14fe0325aae4ee1759d78863207043307f8e274375c2",
              Map.of()),
          hash(
              Format.SHA512,
              "92a45356d405507c478feaf311711910ddacc0e806f74adcbbca6be57f623be3"
                  + "c19037b05fbe99d4bc594dc9bcf4ace3ff6e46b6428ba3fbab7840f4735ba374",
              SALTED),
          hash(
              Format.ARGON2I,
              "$argon2i$v=19$m=256,t=2,p=1$c29tZXNhbHQ"
                  + "$CwpxwQkUnzMYOLMfd1f/CPY6rabJ7XaofyLcGLc+ppY",
              Map.of()),
          hash(
              Format.ARGON2I,
              "0b0a71c109149f331838b31f7757ff08f63aada6c9ed76a87f22dc18b73ea696",
              ARGON2),
          hash(
              Format.ARGON2ID,
              "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ"
                  + "$7MNVFFosVplux9KIhV2Vf2HYGBzMbnvdLSJvrxRYnR8",
              Map.of()),
          hash(
              Format.ARGON2ID,
              "ecc355145a2c56996ec7d288855d957f61d8181ccc6e7bdd2d226faf14589d1f",
              ARGON2),
          hash(
              Format.SCRYPT,
              "+Myp7aLYezCY192XHIJEf33zoEQdEJemjDp0zSbBLy4=",
              Map.of("salt", "TmFDbA==", "n", "1024", "r", "8", "p", "2", "keyLength", "32")),
          hash(
              Format.SCRYPT,
              "$scrypt$ln=10,r=8,p=2$TmFDbA$+Myp7aLYezCY192XHIJEf33zoEQdEJemjDp0zSbBLy4",
              Map.of()),
          hash(
              Format.PBKDF2,
              "OJmAwb0BjZHBA3Jrs3ZzJIjEUv5Ix4MvZ52b4LE0Udo=",
              Map.of("salt", "c2FsdA==", "iterations", "1000", "keyLength", "32")),
          hash(
              Format.PBKDF2,
              "OC7b+CE3d3DuFJlypFMwu8RmWGklfhgdApmF6IFo1/tz8KVORshSp73pAMRT+VedlGr3AtbwrCkeVYgjUsu3"
                  + "FQ==",
              Map.of(
                  "salt",
                  "c2FsdA==",
                  "iterations",
                  "1000",
                  "keyLength",
                  "64",
                  "algorithm",
                  "sha512")),
          hash(Format.PHPASS, "$P$9IQRaTwmf1o7E9X7RXBZ.L58pzPUui/", Map.of()));

  private HashVectors() {}

  private static PasswordHash hash(Format format, String hash, Map<String, String> parameters) {
    return new PasswordHash(format, Secret.of(hash), parameters);
  }
}

package dev.keyway.emulator.internal.wallet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.keyway.emulator.device.VirtualWallet;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Vectors that the standards and the tools of both chains publish. */
class WalletVectorsTest {
  /** In the documentation of web3.js, with what it signs. */
  private static final String KEY =
      "4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318";

  private static final String OWNER = "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23";
  private static final String SIGNATURE =
      "b91467e570a6466aa9e9876cbcd013baba02900b8979d43fe208a4a4f339f5fd"
          + "6007e74cd82e037b800186422fc2da167c747ef045e5d18a5f5d4300f8e1a029"
          + "1c";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x52908400098527886E0F7030069857D2E4169EE7",
        "0x8617E340B3D01FA5F11F306F4090FD50E238070D",
        "0xde709f2102306220921060314715629080e2fb77",
        "0x27b1fdb04752bbc536007a920d24acb045561c26",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
        "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB",
        "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"
      })
  void anAddressHasTheCaseOfItsChecksum(String address) {
    String lower = address.toLowerCase(Locale.ROOT);
    String upper = "0x" + address.substring(2).toUpperCase(Locale.ROOT);

    for (String written : List.of(address, lower, upper)) {
      assertEquals(address, EthereumAddress.parse(written).orElseThrow().text());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe",
        "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAedd",
        "5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0X5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
        "0xgaaeb6053f3e94c9b9a09f33669435e7ef1beaed",
        ""
      })
  void whatIsNoAddressIsRefused(String written) {
    assertEquals(Optional.empty(), EthereumAddress.parse(written));
  }

  @Test
  void aPersonalSignatureIsWhatOtherToolsMake() {
    BigInteger key = new BigInteger(KEY, 16);

    assertEquals(OWNER, PersonalSignature.address(key).orElseThrow().text());
    assertEquals(SIGNATURE, HexFormat.of().formatHex(PersonalSignature.sign(key, "Some data")));
    assertEquals("0x" + SIGNATURE, VirtualWallet.ethereum(KEY).sign("Some data"));
  }

  @Test
  void theSignerOfATextIsToldByTheSignature() {
    byte[] signature = HexFormat.of().parseHex(SIGNATURE);

    assertEquals(OWNER, signer("Some data", signature));
    assertFalse(OWNER.equals(signer("Some other data", signature)));
    signature[64] = 1;
    assertEquals(OWNER, signer("Some data", signature), "some wallets count from zero");
    signature[64] = 0;
    assertFalse(OWNER.equals(signer("Some data", signature)));
    signature[64] = 29;
    assertEquals("", signer("Some data", signature));
    assertEquals("", signer("Some data", new byte[65]));
    byte[] large = new byte[65];
    Arrays.fill(large, (byte) 0xff);
    large[64] = 27;
    assertEquals("", signer("Some data", large));
  }

  private static String signer(String text, byte[] signature) {
    return PersonalSignature.signer(text, signature).map(EthereumAddress::text).orElse("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0000000000000000000000000000000000000000000000000000000000000000",
        "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"
      })
  void whatIsNoKeyMakesNoWallet(String key) {
    assertThrows(IllegalArgumentException.class, () -> VirtualWallet.ethereum(key));
  }

  /** RFC 8032, section 7.1: the first two. */
  @ParameterizedTest
  @CsvSource({
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
        + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
        + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
        + "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
        + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,r,"
        + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00"
  })
  void aSolanaSignatureIsOneOfEd25519(String key, String address, String text, String signature) {
    VirtualWallet wallet = VirtualWallet.solana(key);

    assertEquals(Base58.encode(HexFormat.of().parseHex(address)), wallet.address());
    assertEquals(Base58.encode(HexFormat.of().parseHex(signature)), wallet.sign(text));
    SolanaKey known = SolanaKey.parse(wallet.address()).orElseThrow();
    byte[] bytes = HexFormat.of().parseHex(signature);
    assertTrue(known.signed(text, bytes));
    assertFalse(known.signed(text + " ", bytes));
    bytes[0] ^= 1;
    assertFalse(known.signed(text, bytes));
  }

  /** From the Internet draft on the encoding. */
  @ParameterizedTest
  @CsvSource({
    "48656c6c6f20576f726c6421,2NEpo7TZRRrLZSi2U",
    "0000287fb4cd,11233QC4",
    "00,1",
    "'',''"
  })
  void base58IsTheUsualOne(String hexadecimal, String text) {
    byte[] bytes = HexFormat.of().parseHex(hexadecimal);

    assertEquals(text, Base58.encode(bytes));
    assertArrayEquals(bytes, Base58.decode(text).orElseThrow());
  }

  @Test
  void whatIsNotBase58IsRefused() {
    assertTrue(Base58.decode("0OIl").isEmpty());
    assertTrue(Base58.decode("1".repeat(129)).isEmpty());
    assertArrayEquals(
        "The quick brown fox jumps over the lazy dog.".getBytes(StandardCharsets.US_ASCII),
        Base58.decode("USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z")
            .orElseThrow());
    assertTrue(SolanaKey.parse("2NEpo7TZRRrLZSi2U").isEmpty());
  }

  /** The example of EIP-4361, and its form without a statement. */
  @Test
  void aTextToSignInWithIsTheStandards() {
    SiweMessage message =
        new SiweMessage(
            "example.com",
            "0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2",
            Optional.of("I accept the ExampleOrg Terms of Service: https://example.com/tos"),
            "https://example.com/login",
            "1",
            "32891756",
            "2021-09-30T16:25:24Z",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(
                "ipfs://bafybeiemxf5abjwjbikoz4mc3a3dla6ual3jsgpdr4cjr3oz3evfyavhwq/",
                "https://example.com/my-web2-claim.json"));

    assertEquals(
        """
        example.com wants you to sign in with your Ethereum account:
        0xC02aaA39b223FE8D0A0e5C4F27eAD9083C756Cc2

        I accept the ExampleOrg Terms of Service: https://example.com/tos

        URI: https://example.com/login
        Version: 1
        Chain ID: 1
        Nonce: 32891756
        Issued At: 2021-09-30T16:25:24Z
        Resources:
        - ipfs://bafybeiemxf5abjwjbikoz4mc3a3dla6ual3jsgpdr4cjr3oz3evfyavhwq/
        - https://example.com/my-web2-claim.json""",
        message.text());
  }
}

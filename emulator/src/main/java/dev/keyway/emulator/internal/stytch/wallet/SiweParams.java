package dev.keyway.emulator.internal.stytch.wallet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.keyway.emulator.internal.json.Json;
import dev.keyway.emulator.internal.schema.Field;
import dev.keyway.emulator.internal.schema.ObjectType;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.stytch.protocol.Bodies;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.StytchFailure;
import dev.keyway.emulator.internal.stytch.protocol.Timestamps;
import dev.keyway.emulator.internal.wallet.SiweMessage;
import java.math.BigInteger;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an application wants a text of EIP-4361 to say.
 *
 * @param domain who asks
 * @param uri what is signed in to
 * @param resources what is meant beside it
 * @param chainId which chain
 * @param statement for people
 * @param issuedAt when the text was made
 * @param notBefore from when on it is worth something
 * @param requestId the application's own id of the request
 */
record SiweParams(
    String domain,
    String uri,
    List<String> resources,
    String chainId,
    Optional<String> statement,
    Instant issuedAt,
    Instant notBefore,
    Optional<String> requestId) {
  /** Copies the resources. */
  SiweParams {
    resources = List.copyOf(resources);
  }

  private static final Field<String> DOMAIN = Field.text("domain");
  private static final Field<String> URI_FIELD = Field.text("uri");
  private static final Field<List<String>> RESOURCES = Bodies.texts("resources");
  private static final Field<String> CHAIN_ID = Field.text("chain_id");
  private static final Field<String> STATEMENT = Field.text("statement");
  private static final Field<String> ISSUED_AT = Field.text("issued_at");
  private static final Field<String> NOT_BEFORE = Field.text("not_before");
  private static final Field<String> REQUEST_ID = Field.text("message_request_id");

  static final Field<Values> FIELD =
      Field.of(
          "siwe_params",
          ObjectType.of(
              DOMAIN.required(),
              URI_FIELD.required(),
              RESOURCES,
              CHAIN_ID,
              STATEMENT,
              ISSUED_AT,
              NOT_BEFORE,
              REQUEST_ID));

  /** What {@link #of} refuses. */
  static final Set<StytchError> ERRORS =
      Set.of(
          StytchError.INVALID_SIWE_DOMAIN,
          StytchError.INVALID_SIWE_URI,
          StytchError.INVALID_SIWE_RESOURCE,
          StytchError.INVALID_SIWE_CHAIN_ID,
          StytchError.INVALID_SIWE_STATEMENT,
          StytchError.INVALID_SIWE_MESSAGE_REQUEST_ID);

  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,18}");
  private static final BigInteger HIGHEST_CHAIN = new BigInteger("9223372036854775771");
  private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7E]*");

  /** RFC 3986: any number of pchar. */
  private static final Pattern PCHARS =
      Pattern.compile("(?:[A-Za-z0-9\\-._~!$&'()*+,;=:@]|%[0-9A-Fa-f]{2})*");

  /**
   * Checks what was sent, in the order of the contract.
   *
   * @throws StytchFailure one of the {@link #ERRORS}
   */
  static SiweParams of(Values sent, Instant now) {
    String domain = sent.get(DOMAIN);
    if (!isAuthority(domain)) {
      throw StytchError.INVALID_SIWE_DOMAIN.failure();
    }
    String uri = sent.get(URI_FIELD);
    if (!isUri(uri)) {
      throw StytchError.INVALID_SIWE_URI.failure();
    }
    List<String> resources = sent.find(RESOURCES).orElse(List.of());
    if (!resources.stream().allMatch(SiweParams::isUri)) {
      throw StytchError.INVALID_SIWE_RESOURCE.failure();
    }
    String chainId = sent.find(CHAIN_ID).orElse("1");
    if (!NUMBER.matcher(chainId).matches()
        || new BigInteger(chainId).compareTo(HIGHEST_CHAIN) > 0) {
      throw StytchError.INVALID_SIWE_CHAIN_ID.failure();
    }
    Optional<String> statement = sent.find(STATEMENT);
    if (statement.filter(text -> !PRINTABLE.matcher(text).matches()).isPresent()) {
      throw StytchError.INVALID_SIWE_STATEMENT.failure();
    }
    Instant issuedAt = moment(sent, ISSUED_AT, now);
    Instant notBefore = moment(sent, NOT_BEFORE, now);
    Optional<String> requestId = sent.find(REQUEST_ID);
    if (requestId.filter(text -> !PCHARS.matcher(text).matches()).isPresent()) {
      throw StytchError.INVALID_SIWE_MESSAGE_REQUEST_ID.failure();
    }
    return new SiweParams(
        domain, uri, resources, chainId, statement, issuedAt, notBefore, requestId);
  }

  /** The text that an account signs. */
  String text(WalletAccount account, String nonce, Instant expiresAt) {
    return new SiweMessage(
            domain,
            account.address(),
            statement,
            uri,
            chainId,
            nonce,
            Timestamps.text(issuedAt),
            Optional.of(Timestamps.text(expiresAt)),
            Optional.of(Timestamps.text(notBefore)),
            requestId,
            resources)
        .text();
  }

  /** As it is told again at the end. The vendor's Java SDK refuses it without a status. */
  ObjectNode json() {
    ObjectNode json =
        Json.object()
            .put("domain", domain)
            .put("uri", uri)
            .put("chain_id", chainId)
            .put("issued_at", Timestamps.text(issuedAt))
            .put("message_request_id", requestId.orElse(null))
            .put("status_code", 200);
    resources.forEach(json.putArray("resources")::add);
    return json;
  }

  private static Instant moment(Values sent, Field<String> field, Instant now) {
    return sent.find(field)
        .map(
            text ->
                Timestamps.parse(text)
                    .orElseThrow(
                        () ->
                            StytchError.BAD_REQUEST.failure(
                                "The field siwe_params." + field.name() + " is no timestamp.")))
        .orElse(now);
  }

  private static boolean isAuthority(String text) {
    try {
      return text.equals(new URI("https://" + text).getRawAuthority());
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isUri(String text) {
    try {
      return new URI(text).isAbsolute();
    } catch (URISyntaxException e) {
      return false;
    }
  }
}

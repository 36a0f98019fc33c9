package dev.keyway.emulator.internal.stytch.user;

import com.fasterxml.jackson.databind.JsonNode;
import dev.keyway.emulator.internal.address.CanonicalEmail;
import dev.keyway.emulator.internal.route.VendorError;
import dev.keyway.emulator.internal.schema.Values;
import dev.keyway.emulator.internal.state.Address;
import dev.keyway.emulator.internal.stytch.attribute.OAuthProviders;
import dev.keyway.emulator.internal.stytch.attribute.StytchUserRows;
import dev.keyway.emulator.internal.stytch.protocol.StytchError;
import dev.keyway.emulator.internal.stytch.protocol.Timestamps;
import dev.keyway.emulator.internal.stytch.rules.Formats;
import dev.keyway.emulator.internal.stytch.rules.SearchQuery;
import dev.keyway.emulator.internal.stytch.rules.UserView;
import dev.keyway.emulator.internal.stytch.state.BiometricRegistration;
import dev.keyway.emulator.internal.stytch.state.CryptoWallet;
import dev.keyway.emulator.internal.stytch.state.StytchUser;
import dev.keyway.emulator.internal.stytch.state.TotpRegistration;
import dev.keyway.emulator.internal.stytch.state.WebAuthnRegistration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The filters of a user search, by name. All of a query's filters must accept a user, or any. */
final class UserFilters {
  private static final SearchQuery.Refusals REFUSALS =
      new SearchQuery.Refusals(
          StytchError.USER_SEARCH_INVALID_OPERATOR,
          StytchError.USER_SEARCH_MISSING_FILTER_NAME,
          StytchError.USER_SEARCH_FILTER_NAME_MUST_BE_STRING,
          StytchError.USER_SEARCH_FILTER_NAME_NOT_RECOGNIZED,
          StytchError.USER_SEARCH_MISSING_FILTER_VALUE);

  /** What it refuses a query with. */
  static final Set<StytchError> ERRORS =
      VendorError.union(
          REFUSALS.all(),
          Set.of(
              StytchError.USER_SEARCH_EXPECTED_STRING,
              StytchError.USER_SEARCH_EXPECTED_BOOL,
              StytchError.USER_SEARCH_EXPECTED_ARRAY_OF_STRING,
              StytchError.USER_SEARCH_EXPECTED_OBJECT,
              StytchError.USER_SEARCH_EXPECTED_TIMESTAMP,
              StytchError.USER_SEARCH_INVALID_STATUS_FILTER,
              StytchError.USER_SEARCH_INVALID_OAUTH_PROVIDER_FILTER,
              StytchError.USER_SEARCH_MAXIMUM_FILTER_VALUE_COUNT_EXCEEDED,
              StytchError.USER_SEARCH_CANNOT_MIX_INTERNAL_AND_EXTERNAL_USER_IDS,
              StytchError.USER_SEARCH_FULL_NAME_FUZZY_TOO_SHORT,
              StytchError.USER_SEARCH_PHONE_NUMBER_FUZZY_TOO_SHORT,
              StytchError.USER_SEARCH_EMAIL_ADDRESS_FUZZY_TOO_SHORT));

  /** Inferred: that there is a limit is known by its error's name only. */
  private static final int MOST_VALUES = 100;

  private static final int SHORTEST_FUZZY = 3;

  private static final Map<String, Function<JsonNode, Predicate<StytchUser>>> FILTERS =
      Map.ofEntries(
          Map.entry("created_at_greater_than", value -> createdAfter(moment(value))),
          Map.entry("created_at_less_than", value -> createdBefore(moment(value))),
          Map.entry("created_at_between", UserFilters::createdBetween),
          Map.entry("status", UserFilters::status),
          Map.entry("user_id", UserFilters::userId),
          anyOf("phone_number", user -> values(user, Address.Kind.PHONE)),
          anyOf("phone_id", user -> ids(user, Address.Kind.PHONE)),
          Map.entry("email_address", UserFilters::email),
          anyOf("email_id", user -> ids(user, Address.Kind.EMAIL)),
          Map.entry("email_domain", UserFilters::emailDomain),
          Map.entry("oauth_provider", UserFilters::oauthProvider),
          anyOf(
              "webauthn_registration_id",
              user -> user.webAuthnRegistrations.stream().map(WebAuthnRegistration::id)),
          anyOf("totp_id", user -> user.totp().stream().map(TotpRegistration::id)),
          anyOf(
              "biometric_registration_id",
              user -> user.biometricRegistrations.stream().map(BiometricRegistration::id)),
          anyOf("crypto_wallet_id", user -> user.cryptoWallets.stream().map(CryptoWallet::id)),
          Map.entry("crypto_wallet_address", UserFilters::walletAddress),
          fuzzy(
              "full_name_fuzzy",
              StytchError.USER_SEARCH_FULL_NAME_FUZZY_TOO_SHORT,
              user -> Stream.of(user.name.full())),
          fuzzy(
              "phone_number_fuzzy",
              StytchError.USER_SEARCH_PHONE_NUMBER_FUZZY_TOO_SHORT,
              user -> values(user, Address.Kind.PHONE)),
          fuzzy(
              "email_address_fuzzy",
              StytchError.USER_SEARCH_EMAIL_ADDRESS_FUZZY_TOO_SHORT,
              user -> values(user, Address.Kind.EMAIL)),
          whether("phone_verified", user -> verified(user, Address.Kind.PHONE)),
          whether("email_verified", user -> verified(user, Address.Kind.EMAIL)),
          whether("webauthn_registration_verified", user -> !user.webAuthnRegistrations.isEmpty()),
          whether(
              "biometric_registration_verified",
              user ->
                  user.biometricRegistrations.stream().anyMatch(BiometricRegistration::verified)),
          whether(
              "crypto_wallet_verified",
              user -> user.cryptoWallets.stream().anyMatch(CryptoWallet::verified)),
          whether("totp_verified", user -> user.totp().filter(t -> t.verified()).isPresent()),
          whether("password_exists", user -> user.password().isPresent()));

  private UserFilters() {}

  /** What a query asks for; no query asks for everybody. */
  static Predicate<StytchUser> read(Optional<Values> query) {
    return SearchQuery.read(query, FILTERS, REFUSALS);
  }

  private static Map.Entry<String, Function<JsonNode, Predicate<StytchUser>>> anyOf(
      String name, Function<StytchUser, Stream<String>> property) {
    return Map.entry(
        name,
        value -> {
          List<String> wanted = texts(value);
          return user -> property.apply(user).anyMatch(wanted::contains);
        });
  }

  private static Map.Entry<String, Function<JsonNode, Predicate<StytchUser>>> whether(
      String name, Predicate<StytchUser> property) {
    return Map.entry(
        name,
        value -> {
          if (!value.isBoolean()) {
            throw StytchError.USER_SEARCH_EXPECTED_BOOL.failure();
          }
          return user -> property.test(user) == value.booleanValue();
        });
  }

  private static Map.Entry<String, Function<JsonNode, Predicate<StytchUser>>> fuzzy(
      String name, StytchError tooShort, Function<StytchUser, Stream<String>> property) {
    return Map.entry(
        name,
        value -> {
          String part = text(value).toLowerCase(Locale.ROOT);
          if (part.length() < SHORTEST_FUZZY) {
            throw tooShort.failure();
          }
          return user ->
              property.apply(user).anyMatch(p -> p.toLowerCase(Locale.ROOT).contains(part));
        });
  }

  private static Predicate<StytchUser> createdAfter(Instant moment) {
    return user -> user.createdAt().isAfter(moment);
  }

  private static Predicate<StytchUser> createdBefore(Instant moment) {
    return user -> user.createdAt().isBefore(moment);
  }

  private static Predicate<StytchUser> createdBetween(JsonNode value) {
    if (!value.isObject()) {
      throw StytchError.USER_SEARCH_EXPECTED_OBJECT.failure();
    }
    return createdAfter(moment(value.path("greater_than")))
        .and(createdBefore(moment(value.path("less_than"))));
  }

  private static Predicate<StytchUser> status(JsonNode value) {
    String status = text(value);
    if (!status.equals("active") && !status.equals("pending")) {
      throw StytchError.USER_SEARCH_INVALID_STATUS_FILTER.failure();
    }
    return user -> UserView.status(user).equals(status);
  }

  private static Predicate<StytchUser> userId(JsonNode value) {
    List<String> wanted = texts(value);
    long internal = wanted.stream().filter(Formats::isUserId).count();
    if (internal != 0 && internal != wanted.size()) {
      throw StytchError.USER_SEARCH_CANNOT_MIX_INTERNAL_AND_EXTERNAL_USER_IDS.failure();
    }
    return user ->
        wanted.contains(user.id())
            || user.get(StytchUserRows.EXTERNAL_ID).filter(wanted::contains).isPresent();
  }

  private static Predicate<StytchUser> email(JsonNode value) {
    List<String> wanted = new ArrayList<>();
    texts(value).forEach(email -> wanted.add(CanonicalEmail.of(email)));
    return user ->
        values(user, Address.Kind.EMAIL)
            .anyMatch(email -> wanted.contains(CanonicalEmail.of(email)));
  }

  private static Predicate<StytchUser> emailDomain(JsonNode value) {
    List<String> wanted = new ArrayList<>();
    texts(value).forEach(domain -> wanted.add(CanonicalEmail.domain(domain)));
    return user ->
        values(user, Address.Kind.EMAIL)
            .map(email -> CanonicalEmail.domain(email.substring(email.lastIndexOf('@') + 1)))
            .anyMatch(wanted::contains);
  }

  private static Predicate<StytchUser> oauthProvider(JsonNode value) {
    List<String> wanted = new ArrayList<>();
    for (String name : texts(value)) {
      String provider = name.toLowerCase(Locale.ROOT);
      if (OAuthProviders.spelling(provider).isEmpty()) {
        throw StytchError.USER_SEARCH_INVALID_OAUTH_PROVIDER_FILTER.failure();
      }
      wanted.add(provider);
    }
    return user -> user.oauthRegistrations.stream().anyMatch(r -> wanted.contains(r.provider()));
  }

  /** In any case of letters on Ethereum, whose case is but a checksum. */
  private static Predicate<StytchUser> walletAddress(JsonNode value) {
    List<String> wanted = texts(value);
    return user ->
        user.cryptoWallets.stream()
            .anyMatch(
                wallet ->
                    wanted.stream()
                        .map(address -> CryptoWallet.handle(wallet.type(), address))
                        .anyMatch(wallet.handle()::equals));
  }

  private static boolean verified(StytchUser user, Address.Kind kind) {
    return user.addresses(kind).stream().anyMatch(Address::verified);
  }

  private static Stream<String> values(StytchUser user, Address.Kind kind) {
    return user.addresses(kind).stream().map(Address::value);
  }

  private static Stream<String> ids(StytchUser user, Address.Kind kind) {
    return user.addresses(kind).stream().map(Address::id);
  }

  private static String text(JsonNode value) {
    if (!value.isTextual()) {
      throw StytchError.USER_SEARCH_EXPECTED_STRING.failure();
    }
    return value.textValue();
  }

  private static List<String> texts(JsonNode value) {
    List<String> texts = SearchQuery.texts(value, StytchError.USER_SEARCH_EXPECTED_ARRAY_OF_STRING);
    if (texts.size() > MOST_VALUES) {
      throw StytchError.USER_SEARCH_MAXIMUM_FILTER_VALUE_COUNT_EXCEEDED.failure();
    }
    return texts;
  }

  private static Instant moment(JsonNode value) {
    return Optional.ofNullable(value.textValue())
        .flatMap(Timestamps::parse)
        .orElseThrow(StytchError.USER_SEARCH_EXPECTED_TIMESTAMP::failure);
  }
}

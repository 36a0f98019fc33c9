package dev.keyway.emulator;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One vendor as one world sees it: what is the same for all of them. What a vendor has alone is in
 * its own interface.
 */
public interface VendorService {

  /** What the vendor is called in operations, accounts and ledgers: in lower case, one word. */
  String id();

  /** What people call the vendor. */
  String name();

  /** What {@code keyway.provider} calls the vendor. */
  String provider();

  /** What stands for the address of the real service; without a trailing slash. */
  URI baseUrl();

  /** Project id. */
  String projectId();

  /** What signs the events of the project now; {@link Webhooks#rotateSecret} changes it. */
  String webhookSecret();

  /** The public keys of users' tokens. */
  URI jwksUrl();

  /** The issuer of users' tokens. */
  String issuer();

  /**
   * The settings of Keyway's own client for this project: {@code
   * AuthClient.open(AuthConfig.of(service.configuration()))}. Holds secrets.
   *
   * @return settings by name, {@code keyway.provider} first
   */
  default Map<String, String> configuration() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("keyway.provider", provider());
    connection()
        .forEach(value -> value.setting().ifPresent(name -> settings.put(name, value.value())));
    return Collections.unmodifiableMap(settings);
  }

  /**
   * What a program needs to use the project: addresses, ids and keys, in the order to tell them.
   */
  List<ConnectionValue> connection();

  /**
   * The project's present settings, all of them by name as plain values: texts, booleans, whole
   * numbers, lists and maps. A duration is a text like {@code PT10M}.
   */
  Map<String, Object> settingValues();

  /**
   * Changes the project's settings; requests that come later see them.
   *
   * @param changes by name, as {@link #settingValues()} has them; what is left out stays. What is a
   *     map is replaced as a whole, with the parts that are left out as in a new project
   * @throws IllegalArgumentException if there is no such setting or one cannot be so; the message
   *     names it, and nothing changes
   */
  void configure(Map<String, ?> changes);

  /**
   * What the project holds beside users and settings, as an onlooker sees it: teams, sets of keys,
   * machines, connected apps; by kind, the oldest of each first. A snapshot; holds no secret.
   */
  List<Resource> resources();

  /**
   * Something that a project or one of its users holds. Holds no secret.
   *
   * @param kind what it is, in words, for example {@code team}
   * @param id the provider's own id of it
   * @param name what it is called, or what it is for; may be empty
   * @param details the rest in words, for people to read; may be empty
   */
  record Resource(String kind, String id, String name, String details) {}

  /** Signs with new keys from now on; the old ones are published for {@code overlap} more. */
  void rotateKeys(Duration overlap);

  /**
   * A token with which somebody who runs the project may act as a user, as the vendor's dashboard
   * makes it.
   *
   * @param impersonatorEmail who wants to act, as the session tells it
   * @throws UnknownIdException if there is no such user
   * @throws UnsupportedOperationException if the vendor has no such tokens
   */
  default String impersonationToken(String userId, String impersonatorEmail) {
    throw new UnsupportedOperationException(name() + " has no impersonation tokens");
  }

  /**
   * A token of a user that has one flaw and is otherwise as the service would issue it now: for
   * tests of your own verifier. It names the user's newest session, or one that never was. Nothing
   * in the world changes.
   *
   * @throws UnknownIdException if there is no such user
   */
  String forgeToken(String userId, Forgery how);
}

package dev.keyway.emulator;

import dev.keyway.emulator.seed.Seed;
import java.util.List;
import java.util.Optional;

/**
 * One project of its own on each provider. What happens in one world is never seen in another: a
 * request finds its world by its credentials. Safe for use by several threads.
 */
public interface World extends AutoCloseable {

  /** Unique in its emulator, also after it is closed, and fit for a URL; for example {@code w1}. */
  String id();

  /** What it is called in reports. */
  String name();

  /** Its vendors, each with a project of this world, always in the same order. */
  List<VendorService> services();

  /**
   * One of its vendors.
   *
   * @param vendor the vendor's {@linkplain VendorService#id id}
   */
  default Optional<VendorService> service(String vendor) {
    return services().stream().filter(service -> service.id().equals(vendor)).findFirst();
  }

  /** Its Stack Auth. */
  default StackAuthService stackAuth() {
    return service("stackauth").map(StackAuthService.class::cast).orElseThrow();
  }

  /** Its Stytch. */
  default StytchService stytch() {
    return service("stytch").map(StytchService.class::cast).orElseThrow();
  }

  /** Its time. */
  WorldClock clock();

  /** The users of its projects. */
  Accounts accounts();

  /** The passkey authenticators and authenticator apps of its people. */
  Devices devices();

  /** The mails and texts that its providers sent. */
  Outbox outbox();

  /** The events that its vendors make. */
  Webhooks webhooks();

  /** The people at the social providers that its projects let in. */
  OAuthConsent oauth();

  /** The requests that its providers answered. */
  Ledger ledger();

  /** What goes wrong in it on purpose. */
  Faults faults();

  /**
   * Back to an empty world: no users, sessions, codes, messages, events, social accounts, devices,
   * faults or ledger entries; the clock runs with the machine's time. Ids, keys and settings stay.
   */
  void reset();

  /**
   * What it is like now: users, sessions, codes and tokens, signing keys, settings, the clock, the
   * outbox with what was handed out and what bounces, the webhooks with what was handed out and
   * their secrets, and the people at social providers. Not part of it are the {@link #ledger}, the
   * {@link #faults} and the {@link #devices}: those are the test's.
   */
  Checkpoint checkpoint();

  /**
   * Back to a checkpoint. Sessions, codes, tokens and keys of that time behave as they did then,
   * and what came later was never there. The clock goes back to that moment, and stands still if it
   * did then. Requests that are held are processed afterwards. A checkpoint may be restored any
   * number of times.
   *
   * @throws ConflictException if it is of another world; nothing changes then
   */
  void restore(Checkpoint checkpoint);

  /**
   * Adds what a seed with one world says: its users, its accounts at social providers, its clock
   * and settings if it names them. The world's name stays.
   *
   * @throws dev.keyway.emulator.seed.SeedException if it has another number of worlds, pins other
   *     ids or keys than this world's, or has a user with an id or address that is taken here;
   *     nothing is loaded then
   */
  void load(Seed seed);

  /**
   * This world as a seed, keys included: whoever loads it has the same projects, users, factors and
   * sessions. Passwords are in it by their hash. What is under way is not: codes, challenges,
   * messages, events, the social providers' tokens, faults, ledger.
   */
  Seed export();

  /** Ends it: held requests go on, its credentials are unknown from now on. */
  @Override
  void close();
}

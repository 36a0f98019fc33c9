package dev.keyway.emulator;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * The events that one world's vendors made, in order, whether anybody receives them or not. Each is
 * made when what it tells has taken effect, with the body that the vendor sends, and signed with
 * the secret of the vendor's project. Loading a seed and restoring a checkpoint make none. Safe for
 * use by several threads.
 */
public interface Webhooks {

  /** How long {@link #await(String)} waits. */
  Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  /** How long the secret before still signs, by the world's clock, after it was changed. */
  Duration ROTATION_OVERLAP = Duration.ofHours(24);

  /** The events, oldest first: a snapshot. The latest 10,000 are kept. */
  List<WebhookEvent> events();

  /** An event by its {@linkplain WebhookEvent#id id}, as it is now. */
  Optional<WebhookEvent> find(String eventId);

  /**
   * The oldest event of that type that was not handed out by this method before; waits for it if
   * need be. Each event is handed out once. {@link #events()} is not affected.
   *
   * @param type the event's {@linkplain WebhookEvent#type type}
   * @param timeout of real time, not of the world's
   * @throws TimeoutException if no such event comes in time; its text names what came instead
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  WebhookEvent await(String type, Duration timeout) throws TimeoutException, InterruptedException;

  /**
   * As {@link #await(String, Duration)} with {@link #DEFAULT_TIMEOUT}, for tests that would rather
   * fail than handle exceptions.
   *
   * @throws AssertionError if no such event comes in time
   */
  WebhookEvent await(String type);

  /**
   * The secret that signs the events of one vendor: {@code whsec_…}. It is also in the vendor's
   * {@link VendorService#configuration configuration}.
   *
   * @param vendor the vendor's {@linkplain VendorService#id id}
   * @throws UnknownIdException if there is no such vendor
   */
  String secret(String vendor);

  /**
   * Signs with a new secret from now on, and for {@link #ROTATION_OVERLAP} with the one before as
   * well: headers hold a signature of each.
   *
   * @param vendor the vendor's {@linkplain VendorService#id id}
   * @return the new secret
   * @throws UnknownIdException if there is no such vendor
   */
  String rotateSecret(String vendor);

  /**
   * Makes an event of one's own, signed and delivered like those that the vendor makes: one that
   * nothing in the emulator causes, such as what a dashboard's test button sends, or one of a type
   * that is yet to come.
   *
   * @param vendor the vendor's {@linkplain VendorService#id id}
   * @param body the whole body of the request; nobody checks it
   * @throws UnknownIdException if there is no such vendor
   */
  WebhookEvent send(String vendor, String type, String body);

  /**
   * Sends an event once more, with the same id and body, signed anew at the world's present moment.
   * It can be handed out again.
   *
   * @return the event as it is now
   * @throws UnknownIdException if there is no such event
   */
  WebhookEvent redeliver(String eventId);

  /**
   * Posts every event that is made from now on there, beside the response to the request that made
   * it, and never delays that. What is not answered with 2xx is sent again, as Svix's published
   * schedule says, by the world's clock: after 5 seconds, 5 minutes, 30 minutes, 2 hours, 5 hours,
   * 10 hours and 10 hours. Moving the clock sends what is due. Redirects are not followed. May be
   * called several times, for several targets; closing the world ends all.
   *
   * @param target an http URL on this machine, or of a host that the emulator {@linkplain
   *     AuthEmulator.Builder#allowOutbound was started with}
   * @throws IllegalArgumentException if it is another
   */
  void deliverTo(URI target);

  /** Posts nothing there any more, and forgets what is still to be sent there. */
  void stopDelivering(URI target);

  /** Where events are posted to. */
  List<URI> targets();

  /**
   * How long a receiver may take to answer, of real time; default 15 seconds. Later is no answer.
   *
   * @throws IllegalArgumentException if it is not positive
   */
  void timeout(Duration longest);

  /** How long a receiver may take to answer. */
  Duration timeout();

  /**
   * Lets the next attempts fail, at whatever target, and then none any more. They are in the
   * journal like others, and what they did not deliver is sent again by the schedule. Faults that
   * were asked for before come first. Resetting the world ends them.
   *
   * @param times how many attempts
   * @throws IllegalArgumentException if it is less than 1, or more than 1,000 would be to come
   */
  void fail(WebhookFault fault, int times);

  /** How many attempts are still to fail. */
  int failing();

  /** Lets no attempt fail any more. */
  void stopFailing();

  /**
   * Delivers out of order, which no vendor rules out: an event is held back until the next one was
   * tried, or the clock is moved, or this is switched off. The journal keeps the order.
   */
  void shuffled(boolean on);

  /** Whether events are delivered out of order. */
  boolean shuffled();

  /** Delivers every new event twice to each target, as a sender does that missed the answer. */
  void duplicated(boolean on);

  /** Whether events are delivered twice. */
  boolean duplicated();

  /**
   * Waits until an event was tried so many times, at all targets together.
   *
   * @param timeout of real time, not of the world's
   * @return the event as it is then
   * @throws TimeoutException if that does not happen in time; its text names the attempts so far
   * @throws InterruptedException if the thread is interrupted while it waits
   * @throws UnknownIdException if there is no such event
   */
  WebhookEvent awaitAttempts(String eventId, int count, Duration timeout)
      throws TimeoutException, InterruptedException;

  /**
   * Waits until an event was tried so many times, at all targets together.
   *
   * @return the event as it is then
   * @throws AssertionError if that does not happen within {@link #DEFAULT_TIMEOUT}
   * @throws UnknownIdException if there is no such event
   */
  WebhookEvent awaitAttempts(String eventId, int count);

  /** Forgets all events, and does not deliver what is under way. */
  void clear();
}

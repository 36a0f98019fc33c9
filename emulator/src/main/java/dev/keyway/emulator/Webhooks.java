package dev.keyway.emulator;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;

/**
 * The events that one world's vendors made, in order, whether anybody receives them or not. Each is
 * made when what it tells has taken effect, with the body that the vendor sends, and signed with
 * the secret of the vendor's project. Loading a seed and restoring a checkpoint make none. Safe for
 * use by several threads.
 */
public interface Webhooks {

  /** How long {@link #await(String)} waits. */
  Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

  /** How long the secret before still signs, by the world's clock, after it was changed. */
  Duration ROTATION_OVERLAP = Duration.ofHours(24);

  /** All events, oldest first: a snapshot. */
  List<WebhookEvent> events();

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
   * Sends an event once more, with the same id and body, signed anew at the world's present moment.
   * It can be handed out again.
   *
   * @return the event as it is now
   * @throws UnknownIdException if there is no such event
   */
  WebhookEvent redeliver(String eventId);

  /** Forgets all events. */
  void clear();
}

package dev.keyway.emulator;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/**
 * The messages that one world's providers sent, in order: the latest {@value #CAPACITY}, and none
 * that is 400 days older than the latest by the world's clock. Safe for use by several threads.
 */
public interface Outbox {

  /** How many messages are kept; older ones are dropped. */
  int CAPACITY = 10_000;

  /** How long {@link #await(String, MessageKind)} waits. */
  Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  /** All messages, oldest first: a snapshot. */
  List<OutboxMessage> messages();

  /**
   * The messages to one address, oldest first. Neither case nor the spelling of an
   * internationalized domain ({@code bücher.example}, {@code xn--bcher-kva.example}) makes a
   * difference, here and in all that takes an address.
   */
  List<OutboxMessage> messagesTo(String address);

  /**
   * The oldest message to {@code address} that serves {@code kind} and was not handed out by this
   * method before; waits for it if need be. Each message is handed out once, so a second call after
   * a resend gives the second message. {@link #messages()} is not affected.
   *
   * @param timeout of real time, not of the world's
   * @throws TimeoutException if no such message comes in time; its text names what was sent
   *     instead, and the last refused request that should have sent a message, with its error code
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  OutboxMessage await(String address, MessageKind kind, Duration timeout)
      throws TimeoutException, InterruptedException;

  /**
   * As {@link #await(String, MessageKind, Duration)} with {@link #DEFAULT_TIMEOUT}, for tests that
   * would rather fail than handle exceptions.
   *
   * @throws AssertionError if no such message comes in time
   */
  OutboxMessage await(String address, MessageKind kind);

  /**
   * Makes an address unreachable: from now on messages to it are kept as {@linkplain
   * OutboxMessage#bounced bounced} and never handed out. The provider does not hear of it and
   * answers as ever, as it does when a real mail bounces later.
   */
  void bounce(String address);

  /** Makes an address reachable again. Messages that bounced before stay bounced. */
  void unbounce(String address);

  /** The addresses that bounce, in lower case, with domains in ASCII. */
  Set<String> bouncing();

  /**
   * Delivers a message once more: it can be handed out again. One that bounced is tried again, and
   * bounces again while its address does.
   *
   * @return the message as it is now
   * @throws UnknownIdException if there is no such message
   */
  OutboxMessage redeliver(String messageId);

  /** Forgets all messages. Addresses that bounce still do. */
  void clear();
}

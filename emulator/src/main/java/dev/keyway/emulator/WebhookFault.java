package dev.keyway.emulator;

/** What goes wrong with attempts to deliver an event, on purpose: see {@link Webhooks#fail}. */
public enum WebhookFault {
  /** The receiver is not reached: it gets nothing, and there is no answer. */
  DOWN,

  /** Something before the receiver answers 500: it gets nothing. */
  ERROR,

  /** The receiver gets the request, and its answer is not waited for: the event comes again. */
  SLOW
}

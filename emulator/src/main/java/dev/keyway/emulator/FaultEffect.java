package dev.keyway.emulator;

import java.time.Duration;

/**
 * What a fault does to the requests that it meets: a value, so that a parameterized test can go
 * through several and a helper can be handed one. {@link Faults.Builder#plant} puts it on an
 * operation; the methods beside it make the same effects in place.
 */
public sealed interface FaultEffect {

  /** In words, as {@link Fault#effect} and the ledger say it. */
  String description();

  /** {@link Faults.Builder#respond(int)} as a value. */
  static FaultEffect respond(int status) {
    return new Respond(status);
  }

  /** {@link Faults.Builder#respond(int, String, String)} as a value. */
  static FaultEffect respond(int status, String contentType, String body) {
    return new RespondWith(status, contentType, body);
  }

  /** {@link Faults.Builder#rateLimit} as a value. */
  static FaultEffect rateLimit(int requests, Duration per) {
    return new RateLimit(requests, per);
  }

  /** {@link Faults.Builder#drop} as a value. */
  static FaultEffect drop() {
    return Cut.BEFORE_PROCESSING;
  }

  /** {@link Faults.Builder#dropAfterProcessing} as a value. */
  static FaultEffect dropAfterProcessing() {
    return Cut.AFTER_PROCESSING;
  }

  /** {@link Faults.Builder#truncate} as a value. */
  static FaultEffect truncate() {
    return Cut.WITHIN_THE_BODY;
  }

  /** {@link Faults.Builder#contentType} as a value. */
  static FaultEffect contentType(String contentType) {
    return new ContentType(contentType);
  }

  /** {@link Faults.Builder#delay} as a value. */
  static FaultEffect delay(Duration time) {
    return new Delay(time);
  }

  /** {@link Faults.Builder#hold(Duration)} as a value; it counts from when it is planted. */
  static FaultEffect hold(Duration longest) {
    return new Hold(longest);
  }

  /**
   * Responds with the provider's own error body.
   *
   * @param status 400 to 599
   */
  record Respond(int status) implements FaultEffect {
    /** Checks the status. */
    public Respond {
      if (status < 400 || status > 599) {
        throw new IllegalArgumentException("a fault has a status from 400 to 599, not " + status);
      }
    }

    @Override
    public String description() {
      return "respond " + status;
    }
  }

  /**
   * Responds with anything at all.
   *
   * @param status 200 to 599
   * @param contentType one line of text
   * @param body as it is sent
   */
  record RespondWith(int status, String contentType, String body) implements FaultEffect {
    /** Checks status and content type. */
    public RespondWith {
      if (status < 200 || status > 599) {
        throw new IllegalArgumentException("an answer has a status from 200 to 599, not " + status);
      }
      requireOneLine(contentType);
    }

    @Override
    public String description() {
      return "respond " + status + " as " + contentType;
    }
  }

  /**
   * Refuses what exceeds a rate.
   *
   * @param requests how many pass, at least one
   * @param per in which time, by the world's clock
   */
  record RateLimit(int requests, Duration per) implements FaultEffect {
    /** Checks that something can pass. */
    public RateLimit {
      if (requests < 1 || per.isNegative() || per.isZero()) {
        throw new IllegalArgumentException(
            "a rate limit lets at least one request pass in some time, not %d per %s"
                .formatted(requests, per));
      }
    }

    @Override
    public String description() {
      return "limit to " + requests + " per " + per;
    }
  }

  /** Cuts the connection off. */
  enum Cut implements FaultEffect {
    /** Nothing is processed. */
    BEFORE_PROCESSING("drop the connection"),
    /** The response is lost. */
    AFTER_PROCESSING("process, then drop the connection"),
    /** The first half of the response's body arrives. */
    WITHIN_THE_BODY("send half of the body");

    private final String description;

    Cut(String description) {
      this.description = description;
    }

    @Override
    public String description() {
      return description;
    }
  }

  /**
   * Labels the response with another content type.
   *
   * @param contentType one line of text
   */
  record ContentType(String contentType) implements FaultEffect {
    /** Checks that it can stand in a header. */
    public ContentType {
      requireOneLine(contentType);
    }

    @Override
    public String description() {
      return "label the answer " + contentType;
    }
  }

  /**
   * Waits before it processes.
   *
   * @param time of real time, not negative
   */
  record Delay(Duration time) implements FaultEffect {
    /** Checks that it is not negative. */
    public Delay {
      if (time.isNegative()) {
        throw new IllegalArgumentException("a delay is not negative: " + time);
      }
    }

    @Override
    public String description() {
      return "delay by " + time;
    }
  }

  /**
   * Waits until it is released, then processes.
   *
   * @param longest of real time, more than none
   */
  record Hold(Duration longest) implements FaultEffect {
    /** Checks that it takes some time. */
    public Hold {
      if (longest.isNegative() || longest.isZero()) {
        throw new IllegalArgumentException("a hold takes some time, not " + longest);
      }
    }

    @Override
    public String description() {
      return "hold";
    }
  }

  private static void requireOneLine(String contentType) {
    if (!contentType.matches("[\\x20-\\x7e]*")) {
      throw new IllegalArgumentException("a content type is one line of text");
    }
  }
}

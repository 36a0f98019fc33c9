package dev.keyway.conformance;

import dev.keyway.ChallengeHandle;
import dev.keyway.OneTimeCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Codes and handles as people and attackers bend them. */
final class Codes {

  private static final int PERIOD_SECONDS = 30;

  private Codes() {}

  /** A code of the same form that is another one. */
  static OneTimeCode wrong(OneTimeCode right) {
    StringBuilder text = new StringBuilder(right.reveal());
    text.setCharAt(0, text.charAt(0) == '7' ? '8' : '7');
    return OneTimeCode.of(text.toString());
  }

  /**
   * Goes to an early moment of an app's period, so that its code lives while a busy machine acts.
   */
  static void awaitFreshPeriod(TimeMachine clock) {
    long into = Math.floorMod(clock.now().getEpochSecond(), PERIOD_SECONDS);
    if (into > 2) {
      clock.advance(Duration.ofSeconds(PERIOD_SECONDS - into));
    }
  }

  /**
   * A code as a person may paste it: its groups apart by a blank, a dash or something unseen, and
   * its digits in those of another script.
   */
  static OneTimeCode pasted(String code) {
    String[] between = {"\u00A0", "\u2013", "\u200B", "\u2009", "\uFEFF", "-"};
    StringBuilder text = new StringBuilder("\u200E ");
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      text.append(digit ? (char) ('\u0660' + (c - '0')) : c).append(between[i % between.length]);
    }
    return OneTimeCode.of(text.append('\u202C').toString());
  }

  /** The handle changed in the middle of each of its parts, cut at several places, and made up. */
  static List<ChallengeHandle> tampered(ChallengeHandle genuine) {
    String text = genuine.reveal();
    List<ChallengeHandle> bad = new ArrayList<>();
    int start = 0;
    for (String part : text.split("\\.", -1)) {
      int middle = start + part.length() / 2;
      char other = text.charAt(middle) == 'A' ? 'B' : 'A';
      bad.add(ChallengeHandle.of(text.substring(0, middle) + other + text.substring(middle + 1)));
      start += part.length() + 1;
    }
    bad.add(ChallengeHandle.of(text.substring(0, text.length() / 2)));
    bad.add(ChallengeHandle.of(text.substring(0, text.length() - 4)));
    bad.add(ChallengeHandle.of(text + "AAAA"));
    bad.add(ChallengeHandle.of("v1"));
    bad.add(ChallengeHandle.of("made-up"));
    return bad;
  }
}

package dev.keyway.emulator.internal.pipeline;

import java.util.function.Predicate;

/**
 * Which web pages a project answers whose keys are no secret, beside those of this machine and of
 * the emulator's own names.
 *
 * @param trusted tells of an origin, as a browser writes it, whether the project trusts it
 * @param remedy what else lets a page in, as the end of a sentence; empty when nothing does
 */
public record Pages(Predicate<String> trusted, String remedy) {
  /** No others. */
  public static final Pages NO_OTHERS = new Pages(origin -> false, "");
}

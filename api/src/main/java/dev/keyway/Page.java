package dev.keyway;

import java.util.List;
import java.util.Optional;

/**
 * A part of a listing. It may hold fewer items than asked for, even none, and still have a next
 * page.
 *
 * @param items the items in order
 * @param next where the next page begins; empty on the last page
 * @param <T> what is listed
 */
public record Page<T>(List<T> items, Optional<PageCursor> next) {

  /** Copies the list. */
  public Page {
    items = Arguments.copyList(items, "items");
    Arguments.notNull(next, "next");
  }
}

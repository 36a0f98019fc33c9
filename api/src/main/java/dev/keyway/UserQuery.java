package dev.keyway;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which users to list, newest first. Anonymous and restricted users are left out where a provider
 * has such.
 */
public final class UserQuery {

  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1000;
  private static final int MIN_FRAGMENT = 3;

  private final int limit;
  private final @Nullable PageCursor cursor;
  private final @Nullable String emailContains;

  private UserQuery(Builder builder) {
    this.limit = builder.limit;
    this.cursor = builder.cursor;
    this.emailContains = builder.emailContains;
  }

  /** Everybody, 100 to a page. */
  public static UserQuery all() {
    return builder().build();
  }

  /** A builder for everybody, 100 to a page. */
  public static Builder builder() {
    return new Builder();
  }

  /** The same query from another place on. */
  public UserQuery from(PageCursor next) {
    Builder builder = builder().limit(limit).cursor(next);
    builder.emailContains = emailContains;
    return builder.build();
  }

  /** The most users that a page holds, 1 to 1000. Default: 100. */
  public int limit() {
    return limit;
  }

  /** Where to begin. Default: at the first user. */
  public Optional<PageCursor> cursor() {
    return Optional.ofNullable(cursor);
  }

  /** A part of an e-mail address, whatever its case. Default: none. */
  public Optional<String> emailContains() {
    return Optional.ofNullable(emailContains);
  }

  /** Builds {@link UserQuery}. */
  public static final class Builder {

    private int limit = DEFAULT_LIMIT;
    private @Nullable PageCursor cursor;
    private @Nullable String emailContains;

    private Builder() {}

    /** Sets {@link UserQuery#limit()}: 1 to 1000. */
    public Builder limit(int limit) {
      if (limit < 1 || limit > MAX_LIMIT) {
        throw Arguments.invalid("limit", "must be from 1 to " + MAX_LIMIT);
      }
      this.limit = limit;
      return this;
    }

    /** Sets {@link UserQuery#cursor()}. */
    public Builder cursor(PageCursor cursor) {
      this.cursor = Arguments.notNull(cursor, "cursor");
      return this;
    }

    /** Sets {@link UserQuery#emailContains()}: 3 to 254 characters. */
    public Builder emailContains(String fragment) {
      String text = Arguments.notBlank(fragment, "emailContains").strip();
      if (text.length() < MIN_FRAGMENT || text.length() > 254) {
        throw Arguments.invalid("emailContains", "must have 3 to 254 characters");
      }
      this.emailContains = text;
      return this;
    }

    /** The query. */
    public UserQuery build() {
      return new UserQuery(this);
    }
  }
}

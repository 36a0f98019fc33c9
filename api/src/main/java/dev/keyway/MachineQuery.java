package dev.keyway;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which machines to list, newest first. */
public final class MachineQuery {

  private static final int DEFAULT_LIMIT = 100;
  private static final int MAX_LIMIT = 1000;

  private final int limit;
  private final @Nullable PageCursor cursor;
  private final @Nullable UserId owner;

  private MachineQuery(Builder builder) {
    this.limit = builder.limit;
    this.cursor = builder.cursor;
    this.owner = builder.owner;
  }

  /** All machines, 100 to a page. */
  public static MachineQuery all() {
    return builder().build();
  }

  /** The machines of a user, 100 to a page. */
  public static MachineQuery of(UserId owner) {
    return builder().owner(owner).build();
  }

  /** A builder for all machines, 100 to a page. */
  public static Builder builder() {
    return new Builder();
  }

  /** The same query from another place on. */
  public MachineQuery from(PageCursor next) {
    Builder builder = builder().limit(limit).cursor(next);
    builder.owner = owner;
    return builder.build();
  }

  /**
   * The most machines that a page holds, 1 to 1000; a provider that has no pages gives all in one.
   * Default: 100.
   */
  public int limit() {
    return limit;
  }

  /** Where to begin. Default: at the first machine. */
  public Optional<PageCursor> cursor() {
    return Optional.ofNullable(cursor);
  }

  /**
   * Whose machines. Needs {@link Capability#MACHINE_OWNER}, and must be given where that is
   * declared.
   */
  public Optional<UserId> owner() {
    return Optional.ofNullable(owner);
  }

  /** Builds {@link MachineQuery}. */
  public static final class Builder {

    private int limit = DEFAULT_LIMIT;
    private @Nullable PageCursor cursor;
    private @Nullable UserId owner;

    private Builder() {}

    /** Sets {@link MachineQuery#limit()}: 1 to 1000. */
    public Builder limit(int limit) {
      if (limit < 1 || limit > MAX_LIMIT) {
        throw Arguments.invalid("limit", "must be from 1 to " + MAX_LIMIT);
      }
      this.limit = limit;
      return this;
    }

    /** Sets {@link MachineQuery#cursor()}. */
    public Builder cursor(PageCursor cursor) {
      this.cursor = Arguments.notNull(cursor, "cursor");
      return this;
    }

    /** Sets {@link MachineQuery#owner()}. */
    public Builder owner(UserId owner) {
      this.owner = Arguments.notNull(owner, "owner");
      return this;
    }

    /** The query. */
    public MachineQuery build() {
      return new MachineQuery(this);
    }
  }
}

package dev.keyway.emulator.internal.vendor;

import dev.keyway.emulator.internal.idp.IdentityProvider;
import dev.keyway.emulator.internal.password.PasswordHash;
import dev.keyway.emulator.internal.pipeline.WorldContext;
import dev.keyway.emulator.internal.snapshot.NotInSnapshot;
import dev.keyway.emulator.internal.webhook.EventSender;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What the projects of all vendors have in common: requests to one run one at a time, under its
 * lock.
 *
 * @param <S> its settings
 */
public abstract class LockedProject<S> {
  private static final long A_MOMENT_MILLIS = 1;

  @NotInSnapshot("its clock and outbox have snapshots of their own; ledger and faults are no state")
  private final WorldContext context;

  @NotInSnapshot("has a snapshot of its own")
  private final IdentityProvider identityProvider;

  @NotInSnapshot("guards")
  private final ReentrantLock lock = new ReentrantLock();

  @NotInSnapshot("the world's webhooks have a snapshot of their own")
  private final EventSender events;

  private volatile S settings;

  @NotInSnapshot("a project that had slow passwords may have them again")
  private volatile boolean slowPasswords;

  /**
   * A project of the world of that context.
   *
   * @param vendor the id of its vendor
   */
  protected LockedProject(
      String vendor, WorldContext context, IdentityProvider identityProvider, S settings) {
    this.context = context;
    this.identityProvider = identityProvider;
    this.settings = settings;
    this.events = context.webhooks().sender(vendor);
  }

  /** What it shares with the other projects of its world. */
  public final WorldContext context() {
    return context;
  }

  /** The social providers behind it. */
  public final IdentityProvider identityProvider() {
    return identityProvider;
  }

  /** Makes its events. */
  public final EventSender events() {
    return events;
  }

  /** Held by whoever answers a request. */
  public final ReentrantLock lock() {
    return lock;
  }

  /**
   * Whether a request may take long, or wait for one that does: not by itself, but for what this
   * project has come to have.
   */
  public boolean mayTakeLong() {
    return slowPasswords || isHeldForLong();
  }

  /** Requests hold it for a moment; an export, or who changes settings, may hold it for long. */
  private boolean isHeldForLong() {
    try {
      if (lock.tryLock(A_MOMENT_MILLIS, TimeUnit.MILLISECONDS)) {
        lock.unlock();
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  /** Says that a user is given this password from elsewhere. */
  public final PasswordHash imported(PasswordHash hash) {
    if (hash.isSlow()) {
      slowPasswords = true;
    }
    return hash;
  }

  /** The world's present moment. */
  public final Instant now() {
    return context.clock().instant();
  }

  /** The present settings. */
  public final S settings() {
    return settings;
  }

  /** Replaces all settings between two requests. */
  public final void settings(S replacement) {
    change(present -> replacement);
  }

  /** Changes settings between two requests. */
  protected final void change(UnaryOperator<S> change) {
    alone(() -> settings = change.apply(settings));
  }

  /**
   * Waits for somebody outside without keeping other requests from the project. The caller answers
   * one, and has to look anew at what they may change.
   */
  public final <T> T meanwhile(Supplier<T> wait) {
    int holds = lock.getHoldCount();
    for (int i = 0; i < holds; i++) {
      lock.unlock();
    }
    try {
      return wait.get();
    } finally {
      for (int i = 0; i < holds; i++) {
        lock.lock();
      }
    }
  }

  /** Does something between two requests. */
  public final <T> T exclusively(Supplier<T> work) {
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  /** Does something between two requests. */
  protected final void alone(Runnable work) {
    lock.lock();
    try {
      work.run();
    } finally {
      lock.unlock();
    }
  }
}

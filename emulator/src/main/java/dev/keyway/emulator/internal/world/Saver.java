package dev.keyway.emulator.internal.world;

import dev.keyway.emulator.EmulatorOptions;
import dev.keyway.emulator.internal.server.Activity;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Saves the worlds within a second of what a request changed, and at the end. */
@Singleton
final class Saver {
  private static final Logger LOG = System.getLogger(Saver.class.getName());
  private static final long PAUSE_MILLIS = 400;

  private final Optional<SaveFile> file;
  private final Worlds worlds;
  private final Activity activity;
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile @Nullable Thread thread;
  private @Nullable String written;

  @Inject
  Saver(EmulatorOptions options, Worlds worlds, Activity activity) {
    this.file = Optional.ofNullable(options.saveTo()).map(SaveFile::new);
    this.worlds = worlds;
    this.activity = activity;
  }

  /** Opens the worlds that were saved, if any were, and saves from now on. */
  void begin() {
    if (file.isEmpty()) {
      return;
    }
    file.get().claim();
    try {
      file.get().read().ifPresent(worlds::reopen);
    } catch (RuntimeException e) {
      file.get().release();
      throw e;
    }
    Thread saving = new Thread(this::run, "keyway-emulator-save");
    saving.setDaemon(true);
    thread = saving;
    saving.start();
  }

  private void run() {
    long seen = -1;
    while (pause()) {
      long now = activity.count();
      if (now != seen) {
        seen = now;
        save();
      }
    }
  }

  /** Whether to go on. */
  private boolean pause() {
    try {
      return !ended.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private void save() {
    if (file.isEmpty()) {
      return;
    }
    try {
      String text = SavedWorlds.write(worlds.all());
      if (!text.equals(written)) {
        file.get().write(text);
        written = text;
      }
    } catch (IOException e) {
      LOG.log(
          Level.ERROR,
          "The worlds could not be saved to "
              + file.get()
              + " ("
              + e.getClass().getSimpleName()
              + ")");
    } catch (RuntimeException e) {
      LOG.log(Level.ERROR, "The worlds could not be saved to " + file.get(), e);
    }
  }

  /** Saves for the last time. */
  void end() {
    Thread saving = thread;
    if (saving == null || ended.getCount() == 0) {
      return;
    }
    ended.countDown();
    try {
      saving.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    save();
    file.ifPresent(SaveFile::release);
  }
}

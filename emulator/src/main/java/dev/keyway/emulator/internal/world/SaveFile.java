package dev.keyway.emulator.internal.world;

import dev.keyway.emulator.SavedWorldsException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file that worlds are saved to: replaced as a whole, so that there is the old one or the new
 * one whatever happens meanwhile, and readable by its owner alone where the system has owners.
 */
final class SaveFile {
  private static final Logger LOG = System.getLogger(SaveFile.class.getName());

  private final Path file;
  private final Path lock;
  private @Nullable FileChannel locked;

  SaveFile(Path file) {
    this.file = file.toAbsolutePath();
    this.lock = file.toAbsolutePath().resolveSibling(file.getFileName() + ".lock");
  }

  /**
   * Keeps other emulators from the file, until {@link #release}. The operating system ends that
   * with the process, whatever ends it.
   *
   * @throws SavedWorldsException if another one has the file, or it could never be written
   */
  void claim() {
    if (Files.isDirectory(file)) {
      throw new SavedWorldsException(file + " is a directory");
    }
    Path folder = lock.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new SavedWorldsException(file + " cannot be written: there is no directory " + folder);
    }
    FileChannel channel;
    try {
      channel =
          FileChannel.open(
              lock, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), ownerOnly());
    } catch (IOException e) {
      throw new SavedWorldsException(
          file + " cannot be written (" + e.getClass().getSimpleName() + ")");
    }
    if (!isFree(channel)) {
      close(channel);
      throw new SavedWorldsException(
          file + " is in use by another emulator; each needs a file of its own");
    }
    locked = channel;
  }

  private static boolean isFree(FileChannel channel) {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    } catch (IOException e) {
      // A file system without locks.
      return true;
    }
  }

  /** Lets another emulator have the file. */
  void release() {
    if (locked != null) {
      try {
        Files.deleteIfExists(lock);
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "The lock of the saved worlds is left where it is", e);
      }
      close(locked);
      locked = null;
    }
  }

  private static void close(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "The lock of the saved worlds could not be closed", e);
    }
  }

  /** What is in it; empty where there is no file, or an empty one. */
  Optional<SavedWorlds> read() {
    try {
      if (!Files.exists(file) || Files.size(file) == 0) {
        return Optional.empty();
      }
      return Optional.of(SavedWorlds.read(Files.readString(file), file.toString()));
    } catch (IOException e) {
      throw new SavedWorldsException(
          file + " cannot be read (" + e.getClass().getSimpleName() + ")");
    }
  }

  void write(String text) throws IOException {
    Path made = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(made);
    try (FileChannel channel =
        FileChannel.open(
            made, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly())) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(made, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static FileAttribute<?>[] ownerOnly() {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }

  @Override
  public String toString() {
    return file.toString();
  }
}

package dev.keyway.emulator.mailbox;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.keyway.emulator.http.HouseFront;
import jakarta.inject.Singleton;

/** Wires the mailboxes. */
@Module
public interface MailboxModule {
  /** The front. */
  @Binds
  @IntoSet
  @Singleton
  HouseFront front(MailboxFront front);
}

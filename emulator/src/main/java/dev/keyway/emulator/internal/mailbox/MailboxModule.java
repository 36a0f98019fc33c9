package dev.keyway.emulator.internal.mailbox;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.keyway.emulator.internal.admin.AdminEndpoint;
import jakarta.inject.Singleton;

/** Wires the mailboxes. */
@Module
public interface MailboxModule {
  /** The endpoint. */
  @Binds
  @IntoSet
  @Singleton
  AdminEndpoint endpoint(MailboxApi endpoint);
}

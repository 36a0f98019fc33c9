package dev.keyway.emulator.internal.control;

import dagger.Binds;
import dagger.Module;
import dagger.multibindings.IntoSet;
import dev.keyway.emulator.internal.admin.AdminEndpoint;
import jakarta.inject.Singleton;

/** Wires the control API. */
@Module(includes = ControlModule.Areas.class)
public interface ControlModule {
  /** Its endpoint. */
  @Binds
  @IntoSet
  @Singleton
  AdminEndpoint endpoint(ControlApi endpoint);

  /** Its areas, one line each. */
  @Module
  interface Areas {
    @Binds
    @IntoSet
    ControlRoutes health(HealthRoutes routes);

    @Binds
    @IntoSet
    ControlRoutes coverage(CoverageRoutes routes);

    @Binds
    @IntoSet
    ControlRoutes vendorDocuments(VendorDocumentRoutes routes);

    @Binds
    @IntoSet
    ControlRoutes worlds(WorldRoutes routes);

    @Binds
    @IntoSet
    ControlRoutes settings(SettingRoutes routes);

    @Binds
    @IntoSet
    ControlRoutes outbox(OutboxRoutes routes);

    @Binds
    @IntoSet
    ControlRoutes webhooks(WebhookRoutes routes);

    @Binds
    @IntoSet
    ControlRoutes clock(ClockRoutes routes);

    @Binds
    @IntoSet
    ControlRoutes ledger(LedgerRoutes routes);

    @Binds
    @IntoSet
    ControlRoutes faults(FaultRoutes routes);

    @Binds
    @IntoSet
    ControlRoutes keys(KeyRoutes routes);

    @Binds
    @IntoSet
    ControlRoutes oauth(OAuthRoutes routes);

    @Binds
    @IntoSet
    ControlRoutes devices(DeviceRoutes routes);

    @Binds
    @IntoSet
    ControlRoutes totps(TotpRoutes routes);

    @Binds
    @IntoSet
    ControlRoutes users(UserRoutes routes);

    @Binds
    @IntoSet
    ControlRoutes checkpoints(CheckpointRoutes routes);

    @Binds
    @IntoSet
    ControlRoutes tokens(TokenRoutes routes);

    @Binds
    @IntoSet
    ControlRoutes seeds(SeedRoutes routes);
  }
}

package dev.keyway;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which capabilities a call's options and arguments ask for beyond the call's own. */
final class OptionCapabilities {

  private static final Map<MetadataScope, Capability> METADATA =
      Map.of(
          MetadataScope.USER_WRITABLE, Capability.METADATA_USER_WRITABLE,
          MetadataScope.USER_READABLE, Capability.METADATA_USER_READABLE,
          MetadataScope.SERVER_ONLY, Capability.METADATA_SERVER_ONLY);

  private OptionCapabilities() {}

  static Set<Capability> of(Options options) {
    Set<Capability> needed = EnumSet.noneOf(Capability.class);
    if (options instanceof SignInOptions o) {
      o.sessionDuration().ifPresent(d -> needed.add(Capability.SESSION_DURATION));
      claims(o.sessionClaims(), needed);
      device(o.sameIpAddress() || o.sameUserAgent(), needed);
    } else if (options instanceof CallbackOptions o) {
      o.sessionDuration().ifPresent(d -> needed.add(Capability.SESSION_DURATION));
      claims(o.sessionClaims(), needed);
      device(o.sameIpAddress() || o.sameUserAgent(), needed);
    } else if (options instanceof SignUpOptions o) {
      o.sessionDuration().ifPresent(d -> needed.add(Capability.SESSION_DURATION));
      claims(o.sessionClaims(), needed);
      needed.addAll(of(o.metadata().keySet()));
    } else if (options instanceof ExtendOptions o) {
      claims(o.sessionClaims(), needed);
    } else if (options instanceof OAuthOptions o) {
      o.linkTo().ifPresent(s -> needed.add(Capability.OAUTH_LINK));
    } else if (options instanceof DeliveryOptions o) {
      o.attachTo().ifPresent(s -> needed.add(Capability.DELIVERY_ATTACH));
      o.expiresIn().ifPresent(d -> needed.add(Capability.DELIVERY_EXPIRY));
      o.signUpCallback().ifPresent(u -> needed.add(Capability.DELIVERY_SIGN_UP_CALLBACK));
      o.locale().ifPresent(l -> needed.add(Capability.DELIVERY_LOCALE));
      o.template().ifPresent(t -> needed.add(Capability.DELIVERY_TEMPLATE));
      o.signUpTemplate().ifPresent(t -> needed.add(Capability.DELIVERY_TEMPLATE));
      if (o.boundToBrowser()) {
        needed.add(Capability.DELIVERY_BOUND_TO_BROWSER);
      }
    } else if (options instanceof MachineVerifyOptions o && !o.requiredScopes().isEmpty()) {
      needed.add(Capability.MACHINE_SCOPES);
    }
    return needed;
  }

  private static void claims(
      Map<String, ? extends @Nullable Object> claims, Set<Capability> needed) {
    if (!claims.isEmpty()) {
      needed.add(Capability.SESSION_CLAIMS);
    }
  }

  private static void device(boolean same, Set<Capability> needed) {
    if (same) {
      needed.add(Capability.DELIVERY_DEVICE_MATCH);
    }
  }

  static Set<Capability> of(NewUser user) {
    Set<Capability> needed = of(user.metadata().keySet());
    user.phoneNumber().ifPresent(p -> needed.add(Capability.USER_PHONE_NUMBERS));
    user.externalId().ifPresent(id -> needed.add(Capability.USER_EXTERNAL_ID));
    return needed;
  }

  static Set<Capability> of(UserUpdate update) {
    Set<Capability> needed = of(update.metadata().keySet());
    update.externalId().ifPresent(id -> needed.add(Capability.USER_EXTERNAL_ID));
    return needed;
  }

  static Set<Capability> of(NewMachine machine) {
    Set<Capability> needed = EnumSet.noneOf(Capability.class);
    machine.owner().ifPresent(o -> needed.add(Capability.MACHINE_OWNER));
    machine.expiresAt().ifPresent(t -> needed.add(Capability.MACHINE_EXPIRY));
    if (!machine.scopes().isEmpty()) {
      needed.add(Capability.MACHINE_SCOPES);
    }
    return needed;
  }

  static Set<Capability> of(MachineQuery query) {
    return query.owner().isPresent() ? EnumSet.of(Capability.MACHINE_OWNER) : Set.of();
  }

  private static Set<Capability> of(Set<MetadataScope> scopes) {
    Set<Capability> needed = EnumSet.noneOf(Capability.class);
    for (MetadataScope scope : scopes) {
      needed.add(METADATA.get(scope));
    }
    return needed;
  }
}

package dev.keyway.providers.stytch.consumer;

import java.util.List;
import java.util.Set;

/**
 * Who may do what, as the project's administrator wrote it down.
 *
 * @param roles what users can be
 * @param resources what there is
 * @param scopes what connected apps can ask for
 */
public record RbacPolicy(List<Role> roles, List<Resource> resources, List<Scope> scopes) {

  /** Copies. */
  public RbacPolicy {
    roles = List.copyOf(roles);
    resources = List.copyOf(resources);
    scopes = List.copyOf(scopes);
  }

  /**
   * What a user can be.
   *
   * @param id such as {@code stytch_user}, which everybody is
   * @param description for people
   * @param permissions what it allows
   */
  public record Role(String id, String description, List<Permission> permissions) {
    /** Copies. */
    public Role {
      permissions = List.copyOf(permissions);
    }
  }

  /**
   * Something that things are done with.
   *
   * @param id its name
   * @param description for people
   * @param actions all that can be done with it
   */
  public record Resource(String id, String description, Set<String> actions) {
    /** Copies. */
    public Resource {
      actions = Set.copyOf(actions);
    }
  }

  /**
   * What a connected app can ask for.
   *
   * @param id its name
   * @param description for people
   * @param permissions what it allows
   */
  public record Scope(String id, String description, List<Permission> permissions) {
    /** Copies. */
    public Scope {
      permissions = List.copyOf(permissions);
    }
  }

  /**
   * Actions on a resource.
   *
   * @param resource whose id
   * @param actions which; {@code *} is all
   */
  public record Permission(String resource, Set<String> actions) {
    /** Copies. */
    public Permission {
      actions = Set.copyOf(actions);
    }
  }
}

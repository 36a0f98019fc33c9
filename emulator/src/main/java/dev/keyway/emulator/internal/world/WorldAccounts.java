package dev.keyway.emulator.internal.world;

import dev.keyway.emulator.Account;
import dev.keyway.emulator.Accounts;
import dev.keyway.emulator.UnknownIdException;
import java.util.List;
import java.util.Optional;

/** The users of several projects, of which each id exists in one. */
final class WorldAccounts implements Accounts {
  private final List<Accounts> projects;

  WorldAccounts(List<Accounts> projects) {
    this.projects = List.copyOf(projects);
  }

  @Override
  public List<Account> list() {
    return projects.stream().flatMap(project -> project.list().stream()).toList();
  }

  @Override
  public int count() {
    return projects.stream().mapToInt(Accounts::count).sum();
  }

  @Override
  public Optional<Account> find(String id) {
    return projects.stream().flatMap(project -> project.find(id).stream()).findFirst();
  }

  @Override
  public void lock(String id) {
    owner(id).lock(id);
  }

  @Override
  public void unlock(String id) {
    owner(id).unlock(id);
  }

  @Override
  public int revokeSessions(String id) {
    return owner(id).revokeSessions(id);
  }

  @Override
  public Optional<String> currentTotp(String id) {
    return projects.stream().flatMap(project -> project.currentTotp(id).stream()).findFirst();
  }

  private Accounts owner(String id) {
    return projects.stream()
        .filter(project -> project.find(id).isPresent())
        .findFirst()
        .orElseThrow(() -> new UnknownIdException("account", id));
  }
}

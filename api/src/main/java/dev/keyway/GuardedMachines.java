package dev.keyway;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Machines with the checks that are the same for every provider. */
final class GuardedMachines implements Machines {

  private final CallPipeline pipeline;
  private final Supplier<Machines> area;

  GuardedMachines(CallPipeline pipeline, Supplier<Machines> area) {
    this.pipeline = pipeline;
    this.area = area;
  }

  @Override
  public MachineCredential create(NewMachine machine, CallOptions options) {
    Arguments.notNull(machine, "machine");
    Arguments.notNull(options, "options");
    return pipeline
        .call("machines.create", options)
        .needs(Capability.MACHINE)
        .needs(OptionCapabilities.of(machine))
        .get(() -> area.get().create(machine, options));
  }

  @Override
  public Optional<Machine> find(MachineId machine, CallOptions options) {
    Arguments.notNull(machine, "machine");
    Arguments.notNull(options, "options");
    return pipeline
        .call("machines.find", options)
        .needs(Capability.MACHINE)
        .get(() -> area.get().find(machine, options));
  }

  @Override
  public Page<Machine> list(MachineQuery query, CallOptions options) {
    Arguments.notNull(query, "query");
    Arguments.notNull(options, "options");
    return pipeline
        .call("machines.list", options)
        .needs(Capability.MACHINE)
        .needs(OptionCapabilities.of(query))
        .get(() -> area.get().list(query, options));
  }

  @Override
  public void revoke(MachineId machine, CallOptions options) {
    Arguments.notNull(machine, "machine");
    Arguments.notNull(options, "options");
    pipeline
        .call("machines.revoke", options)
        .needs(Capability.MACHINE)
        .run(() -> area.get().revoke(machine, options));
  }

  @Override
  public MachineCredential startRotation(MachineId machine, CallOptions options) {
    Arguments.notNull(machine, "machine");
    Arguments.notNull(options, "options");
    return pipeline
        .call("machines.startRotation", options)
        .needs(Capability.MACHINE_ROTATE)
        .get(() -> area.get().startRotation(machine, options));
  }

  @Override
  public Machine finishRotation(MachineId machine, CallOptions options) {
    Arguments.notNull(machine, "machine");
    Arguments.notNull(options, "options");
    return pipeline
        .call("machines.finishRotation", options)
        .needs(Capability.MACHINE_ROTATE)
        .get(() -> area.get().finishRotation(machine, options));
  }

  @Override
  public Machine cancelRotation(MachineId machine, CallOptions options) {
    Arguments.notNull(machine, "machine");
    Arguments.notNull(options, "options");
    return pipeline
        .call("machines.cancelRotation", options)
        .needs(Capability.MACHINE_ROTATE)
        .get(() -> area.get().cancelRotation(machine, options));
  }

  @Override
  public MachineToken token(
      MachineId machine, Secret secret, Set<String> scopes, CallOptions options) {
    Arguments.notNull(machine, "machine");
    Arguments.notNull(secret, "secret");
    Set<String> copy = Arguments.scopes(scopes);
    Arguments.notNull(options, "options");
    return pipeline
        .call("machines.token", options)
        .needs(Capability.MACHINE_TOKEN)
        .get(() -> area.get().token(machine, secret, copy, options));
  }

  @Override
  public VerifiedMachine verify(Secret presented, MachineVerifyOptions options) {
    Arguments.notNull(presented, "presented");
    Arguments.notNull(options, "options");
    return pipeline
        .call("machines.verify", options)
        .needs(Capability.MACHINE)
        .get(() -> area.get().verify(presented, options));
  }
}

import { createHash } from 'node:crypto';
import {
  ComponentScope,
  ComponentType,
  HashAlgorithm,
  LifecyclePhase,
} from '@cyclonedx/cyclonedx-library/Enums';
import { Factories } from '@cyclonedx/cyclonedx-library/Contrib/License';
import {
  Bom,
  Component,
  HashDictionary,
  LicenseRepository,
  LifecycleRepository,
  Metadata,
} from '@cyclonedx/cyclonedx-library/Models';
import { JSON as CycloneDxJson, JsonSerializer } from '@cyclonedx/cyclonedx-library/Serialize';
import { Spec1dot6 } from '@cyclonedx/cyclonedx-library/Spec';
import { PackageURL } from 'packageurl-js';
import parseLicense from 'spdx-expression-parse';
import type { LockedPackage, LockFile } from './lockFile.ts';

const licenses = new Factories.LicenseFactory((expression) => void parseLicense(expression));

/** The list is made of the packages of this product. */
type Product = { readonly name: string; readonly version: string };

/**
 * Returns the software bill of materials in CycloneDX 1.6: each package of the lock file, `required` where a module of it is
 * in the built pages, else `excluded`, because it only takes part in building and testing. The same input gives the same
 * text: it holds no time, and its serial number follows from the rest. https://cyclonedx.org/docs/1.6/json/
 */
export function billOfMaterials(lock: LockFile, shippedPaths: ReadonlySet<string>, product: Product): string {
  const components = new Map<string, Component>();
  for (const locked of lock.packages) {
    const scope = shippedPaths.has(locked.path) ? ComponentScope.Required : ComponentScope.Excluded;
    const component = componentOf(locked, scope);
    const known = components.get(component.purl ?? '');
    // The same version may lie in several folders, and be shipped from one of them.
    if (known === undefined) components.set(component.purl ?? '', component);
    else if (scope === ComponentScope.Required) known.scope = scope;
  }
  const byPath = new Map(lock.packages.map((locked) => [locked.path, components.get(packageUrl(locked))]));
  const connect = (from: Component, paths: readonly string[]): void =>
    paths.forEach((path) => {
      const to = byPath.get(path);
      if (to !== undefined) from.dependencies.add(to.bomRef);
    });
  for (const { path, dependencies } of lock.packages) {
    const component = byPath.get(path);
    if (component !== undefined) connect(component, dependencies);
  }
  const application = new Component(ComponentType.Application, product.name, {
    version: product.version,
    bomRef: product.name,
  });
  connect(application, [...lock.production, ...lock.development]);
  const bom = new Bom({
    metadata: new Metadata({
      component: application,
      lifecycles: new LifecycleRepository([LifecyclePhase.Build]),
    }),
  });
  for (const component of components.values()) bom.components.add(component);
  bom.serialNumber = `urn:uuid:${uuidOf(serialized(bom))}`;
  return `${serialized(bom)}\n`;
}

function componentOf(locked: LockedPackage, scope: ComponentScope): Component {
  const { name, version, license, integrity } = locked;
  const [group, ownName] = name.startsWith('@') ? name.split('/') : [undefined, name];
  const purl = packageUrl(locked);
  return new Component(ComponentType.Library, ownName ?? name, {
    ...(group !== undefined && { group }),
    version,
    scope,
    purl,
    bomRef: purl,
    hashes: new HashDictionary(hashOf(integrity)),
    licenses: new LicenseRepository(license === undefined ? [] : [licenses.makeFromString(license)]),
  });
}

/** npm writes the hash in base64, CycloneDX in hexadecimal digits. */
function hashOf(integrity = ''): [HashAlgorithm, string][] {
  const base64 = /^sha512-(\S+)$/.exec(integrity)?.[1];
  return base64 === undefined
    ? []
    : [[HashAlgorithm['SHA-512'], Buffer.from(base64, 'base64').toString('hex')]];
}

function packageUrl({ name, version }: LockedPackage): string {
  const [scope, ownName] = name.startsWith('@') ? name.split('/') : [undefined, name];
  return new PackageURL('npm', scope, ownName ?? name, version, undefined, undefined).toString();
}

const serializer = new JsonSerializer(new CycloneDxJson.Normalize.Factory(Spec1dot6));
const serialized = (bom: Bom): string => serializer.serialize(bom, { sortLists: true, space: 2 });

/** Returns a UUID of version 8, whose bits the writer chooses: https://www.rfc-editor.org/rfc/rfc9562#section-5.8 */
function uuidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}

/** What is used of ONNX Runtime; both builds offer it. Stated here: the packages are optional, this file is always compiled. */
export interface Runtime {
  readonly InferenceSession: { create(model: Uint8Array, options?: object): Promise<Session> };
  readonly Tensor: new (type: 'float32', data: Float32Array, dims: readonly number[]) => Tensor;
}

export interface Tensor {
  readonly data: unknown;
  readonly dims: readonly number[];
}

export interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  /** `into`: tensors that the results are written into. */
  run(
    feeds: Readonly<Record<string, Tensor>>,
    into?: Readonly<Record<string, Tensor | null>>,
  ): Promise<Readonly<Record<string, Tensor>>>;
  release(): Promise<void>;
}

/** Loads a package by its name. Errors: its own, where it is not installed or its machine code cannot be run. */
export type Load = (name: string) => Promise<unknown>;

export const importPackage: Load = (name) => import(name);

/** The native runtime, or the WebAssembly one where that cannot be had, or undefined where neither is installed. */
export async function loadRuntime(
  load: Load = importPackage,
): Promise<{ readonly runtime: Runtime; readonly build: 'native' | 'wasm' } | undefined> {
  const native = await runtimeIn('onnxruntime-node', load);
  if (native) return { runtime: native, build: 'native' };
  const wasm = await runtimeIn('onnxruntime-web', load);
  return wasm && { runtime: wasm, build: 'wasm' };
}

async function runtimeIn(name: string, load: Load): Promise<Runtime | undefined> {
  try {
    const module = (await load(name)) as { default?: Runtime } & Runtime;
    return module.InferenceSession ? module : module.default;
  } catch {
    return undefined;
  }
}

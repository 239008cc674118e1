/** Hands the marks to the graphics card: one square of two triangles for each node, the shape drawn within it. */
import { NodeProgram, type ProgramInfo } from "sigma/rendering";
import type { NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { NodeLook } from "./appearance.ts";
import type { PlacedEdge, PlacedNode } from "./load.ts";
import { MARK_FRAGMENT, MARK_VERTEX } from "./mark-shader.ts";

const UNIFORMS = ["u_matrix", "u_window", "u_density"] as const;
const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;

export class MarkProgram extends NodeProgram<(typeof UNIFORMS)[number], PlacedNode, PlacedEdge> {
  override getDefinition() {
    return {
      VERTICES: 6,
      VERTEX_SHADER_SOURCE: MARK_VERTEX,
      FRAGMENT_SHADER_SOURCE: MARK_FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_position", size: 2, type: FLOAT },
        { name: "a_size", size: 1, type: FLOAT },
        { name: "a_style", size: 1, type: FLOAT },
        { name: "a_alpha", size: 1, type: FLOAT },
        { name: "a_fill", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_outline", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_corner", size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, -1],
        [1, 1],
        [-1, 1],
      ],
    };
  }

  override processVisibleItem(index: number, start: number, data: NodeDisplayData): void {
    // The reducer returns a whole NodeLook; Sigma hands it on untouched.
    const { fill, outline, style, alpha, size } = data as NodeDisplayData & NodeLook;
    this.array.set([data.x, data.y, size, style, alpha, floatColor(fill), floatColor(outline), index], start);
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    const { u_matrix: matrix, u_window: size, u_density: density } = uniformLocations;
    gl.uniformMatrix3fv(matrix ?? null, false, params.matrix);
    gl.uniform2f(size ?? null, params.width, params.height);
    gl.uniform1f(density ?? null, params.pixelRatio);
  }
}

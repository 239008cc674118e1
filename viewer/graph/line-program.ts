/** Hands the flows to the graphics card: one bent ribbon and one arrowhead for each edge, in a single call. */
import { EdgeProgram, type ProgramInfo } from "sigma/rendering";
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from "sigma/types";
import { floatColor } from "sigma/utils";
import type { EdgeLook } from "./appearance.ts";
import { LINE_FRAGMENT, LINE_VERTEX, PIECES } from "./line-shader.ts";
import type { PlacedEdge, PlacedNode } from "./load.ts";

const UNIFORMS = ["u_matrix", "u_window", "u_density"] as const;
const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;

/** Along the curve, side of it, 1 for the head: the ribbon's triangles, then the head's. */
const PARTS: number[][] = [];
for (let piece = 0; piece < PIECES; piece += 1) {
  const here = piece / PIECES;
  const next = (piece + 1) / PIECES;
  PARTS.push([here, -1, 0], [next, -1, 0], [next, 1, 0], [here, -1, 0], [next, 1, 0], [here, 1, 0]);
}
PARTS.push([0, 0, 1], [1, -1, 1], [1, 1, 1]);

export class LineProgram extends EdgeProgram<(typeof UNIFORMS)[number], PlacedNode, PlacedEdge> {
  override getDefinition() {
    return {
      VERTICES: PARTS.length,
      VERTEX_SHADER_SOURCE: LINE_VERTEX,
      FRAGMENT_SHADER_SOURCE: LINE_FRAGMENT,
      METHOD: TRIANGLES,
      UNIFORMS,
      ATTRIBUTES: [
        { name: "a_source", size: 2, type: FLOAT },
        { name: "a_target", size: 2, type: FLOAT },
        { name: "a_radii", size: 2, type: FLOAT },
        { name: "a_width", size: 1, type: FLOAT },
        { name: "a_dash", size: 1, type: FLOAT },
        { name: "a_head", size: 1, type: FLOAT },
        { name: "a_alpha", size: 1, type: FLOAT },
        { name: "a_colour", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_headColour", size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: "a_id", size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: "a_part", size: 3, type: FLOAT }],
      CONSTANT_DATA: PARTS,
    };
  }

  override processVisibleItem(
    index: number,
    start: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData,
  ): void {
    // The reducer returns a whole EdgeLook; Sigma hands it on untouched.
    const { size, dash, headSize, alpha, colour, head } = data as EdgeDisplayData & EdgeLook;
    this.array.set(
      [
        source.x,
        source.y,
        target.x,
        target.y,
        source.size,
        target.size + 2,
        size,
        dash,
        headSize,
        alpha,
        floatColor(colour),
        floatColor(head),
        index,
      ],
      start,
    );
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    const { u_matrix: matrix, u_window: size, u_density: density } = uniformLocations;
    gl.uniformMatrix3fv(matrix ?? null, false, params.matrix);
    gl.uniform2f(size ?? null, params.width, params.height);
    gl.uniform1f(density ?? null, params.pixelRatio);
  }
}

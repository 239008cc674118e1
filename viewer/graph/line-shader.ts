/** Draws the flows: S-shaped curves that leave and enter marks sideways, dashed or doubled, with a head at the end. */

/** Straight pieces of one curve. */
export const PIECES = 24;

export const LINE_VERTEX = `
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec2 a_radii;
attribute float a_width;
attribute float a_dash;
attribute float a_head;
attribute float a_alpha;
attribute vec4 a_colour;
attribute vec4 a_headColour;
attribute vec4 a_id;
attribute vec3 a_part;
uniform mat3 u_matrix;
uniform vec2 u_window;
varying vec4 v_colour;
varying float v_side;
varying float v_half;
varying float v_along;
varying float v_dash;
varying float v_part;
varying float v_alpha;

const float SAME = 0.0005;

vec2 pixels(vec2 at) {
  return (u_matrix * vec3(at, 1.0)).xy * u_window * 0.5;
}

vec2 curve(vec2 a, vec2 b, vec2 c, vec2 d, float t) {
  float s = 1.0 - t;
  return s * s * s * a + 3.0 * s * s * t * b + 3.0 * s * t * t * c + t * t * t * d;
}

void main() {
  vec2 from = pixels(a_source);
  vec2 to = pixels(a_target);
  float dx = a_target.x - a_source.x;
  bool around = abs(dx) < SAME;
  float leave = around || dx > 0.0 ? 1.0 : -1.0;
  float enter = !around && dx > 0.0 ? -1.0 : 1.0;
  float lift = around && abs(from.y - to.y) < 1.0 ? 7.0 : 0.0;
  vec2 a = from + vec2(leave * a_radii.x, lift);
  vec2 tip = to + vec2(enter * a_radii.y, -lift);
  vec2 d = tip + vec2(enter * (a_head - 1.0), 0.0);
  float reach = around ? 26.0 + min(44.0, abs(d.y - a.y) * 0.16) : max(18.0, abs(d.x - a.x) * 0.48);
  vec2 b = a + vec2(leave * reach, 0.0);
  vec2 c = d + vec2(enter * reach, 0.0);
  float drawn = a_dash > 2.5 && a_dash < 3.5 ? a_width + 2.6 : a_width;
  v_half = drawn * 0.5;
  v_dash = a_dash;
  v_part = a_part.z;
  v_alpha = a_alpha;
  #ifdef PICKING_MODE
  v_half = max(v_half, 4.0);
  #endif
  vec2 at;
  if (a_part.z > 0.5) {
    at = tip + vec2(enter * a_head * a_part.x, a_part.y * a_head * 0.46);
    v_side = 0.0;
    v_along = 0.0;
  } else {
    float t = a_part.x;
    float e = 0.01;
    vec2 along = normalize(curve(a, b, c, d, min(1.0, t + e)) - curve(a, b, c, d, max(0.0, t - e)) + vec2(1e-5, 0.0));
    v_side = a_part.y * (v_half + 1.0);
    at = curve(a, b, c, d, t) + vec2(-along.y, along.x) * v_side;
    float length_ = 0.0;
    vec2 last = a;
    for (int i = 1; i <= ${PIECES}; i++) {
      float step_ = float(i) / float(${PIECES});
      if (step_ > t + 0.0001) break;
      vec2 next = curve(a, b, c, d, step_);
      length_ += distance(last, next);
      last = next;
    }
    v_along = length_;
  }
  gl_Position = vec4(at * 2.0 / u_window, 0.0, 1.0);
  #ifdef PICKING_MODE
  v_colour = vec4(a_id.rgb, 1.0);
  #else
  v_colour = a_part.z > 0.5 ? a_headColour : a_colour;
  #endif
}
`;

export const LINE_FRAGMENT = `
precision highp float;
varying vec4 v_colour;
varying float v_side;
varying float v_half;
varying float v_along;
varying float v_dash;
varying float v_part;
varying float v_alpha;
uniform float u_density;

void main(void) {
  #ifdef PICKING_MODE
  gl_FragColor = v_colour;
  #else
  float cover = 1.0;
  if (v_part < 0.5) {
    float soft = 0.6 / u_density;
    float off = abs(v_side);
    cover = 1.0 - smoothstep(v_half - soft, v_half + soft, off);
    if (v_dash > 3.5) {
      float at = mod(v_along, 14.5);
      float stroke = 1.0 - smoothstep(7.0, 7.7, at);
      float dot_ = smoothstep(9.3, 10.0, at) * (1.0 - smoothstep(11.5, 12.2, at));
      cover *= max(stroke, dot_);
    } else if (v_dash > 2.5) cover *= smoothstep(v_half - 1.3 - soft, v_half - 1.3 + soft, off);
    else if (v_dash > 1.5) cover *= 1.0 - smoothstep(1.5, 2.2, mod(v_along, 5.5));
    else if (v_dash > 0.5) cover *= 1.0 - smoothstep(7.0, 7.7, mod(v_along, 11.0));
  }
  gl_FragColor = vec4(v_colour.rgb, 1.0) * cover * v_alpha;
  #endif
}
`;

/** Draws the marks: each shape is a signed distance in a box of 24 units, filled, hatched, outlined and ringed. */

export const MARK_VERTEX = `
attribute vec2 a_position;
attribute float a_size;
attribute float a_style;
attribute float a_alpha;
attribute vec4 a_fill;
attribute vec4 a_outline;
attribute vec4 a_id;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_window;
uniform float u_density;
varying vec2 v_at;
varying vec3 v_style;
varying float v_alpha;
varying float v_soft;
varying vec4 v_fill;
varying vec4 v_outline;

void main() {
  vec2 centre = (u_matrix * vec3(a_position, 1.0)).xy;
  float unit = a_size / 12.0;
  float reach = 18.0;
  gl_Position = vec4(centre + a_corner * reach * unit * 2.0 / u_window, 0.0, 1.0);
  v_at = vec2(a_corner.x, -a_corner.y) * reach;
  v_soft = 0.75 / (unit * u_density);
  v_style = vec3(mod(a_style, 8.0), mod(floor(a_style / 8.0), 8.0), floor(a_style / 64.0));
  v_alpha = a_alpha;
  #ifdef PICKING_MODE
  v_fill = vec4(a_id.rgb, 1.0);
  #else
  v_fill = a_fill;
  #endif
  v_outline = a_outline;
}
`;

export const MARK_FRAGMENT = `
precision highp float;
varying vec2 v_at;
varying vec3 v_style;
varying float v_alpha;
varying float v_soft;
varying vec4 v_fill;
varying vec4 v_outline;

float box(vec2 p, vec2 half_, float round_) {
  vec2 d = abs(p) - half_ + round_;
  return length(max(d, 0.0)) + min(max(d.x, d.y), 0.0) - round_;
}

float ellipse(vec2 p, vec2 r) {
  return (length(p / r) - 1.0) * min(r.x, r.y);
}

float shape(float kind, vec2 p) {
  if (kind < 0.5) return length(p) - 10.5;
  if (kind < 1.5) return (abs(p.x) + abs(p.y) - 12.5) * 0.7071;
  if (kind < 2.5) return box(p, vec2(9.5), 2.0);
  if (kind < 3.5) return max(box(p, vec2(8.5, 11.0), 0.0), (p.x - p.y - 15.0) * 0.7071);
  if (kind < 4.5) return length(p) - 10.5;
  if (kind < 5.5) return min(box(p, vec2(9.0, 7.0), 0.0), min(ellipse(p + vec2(0.0, 7.0), vec2(9.0, 3.6)), ellipse(p - vec2(0.0, 7.0), vec2(9.0, 3.8))));
  return box(p - vec2(-2.0, 2.0), vec2(9.0), 2.0);
}

/** Lines inside a shape: the fold of a page, the hours of a clock, the rim of a drum. */
float detail(float kind, vec2 p) {
  if (kind > 2.5 && kind < 3.5) return min(box(p - vec2(4.0, -8.75), vec2(0.35, 2.25), 0.0), box(p - vec2(6.2, -6.5), vec2(2.2, 0.35), 0.0));
  if (kind > 3.5 && kind < 4.5) {
    vec2 q = abs(p);
    return min(box(vec2(q.x, q.y - 8.7), vec2(0.7, 1.8), 0.0), box(vec2(q.x - 8.7, q.y), vec2(1.8, 0.7), 0.0));
  }
  if (kind > 4.5 && kind < 5.5 && p.y > -8.5) return abs(ellipse(p + vec2(0.0, 7.0), vec2(9.0, 3.6))) - 0.5;
  return 100.0;
}

float stripe(float along, float period, float wide) {
  return abs(mod(along, period) - period * 0.5) - wide * 0.5;
}

vec4 hatch(float pattern, vec2 p) {
  float a = (p.x + p.y) * 0.7071;
  float b = (p.x - p.y) * 0.7071;
  if (pattern < 0.5) return vec4(0.0);
  if (pattern < 1.5) return vec4(0.718, 0.475, 0.122, stripe(a, 5.0, 1.6));
  if (pattern < 2.5) return vec4(0.631, 0.165, 0.125, min(stripe(a, 6.0, 1.2), stripe(b, 6.0, 1.2)));
  return vec4(0.298, 0.337, 0.188, length(mod(p, 4.0) - 2.0) - 0.9);
}

void main(void) {
  float kind = v_style.x;
  vec2 p = v_at;
  float d = shape(kind, p);
  float r = length(p);
  #ifdef PICKING_MODE
  gl_FragColor = min(d, r - 12.0) < 2.0 ? v_fill : vec4(0.0);
  #else
  vec4 colour = vec4(0.0);
  float soft = v_soft;
  if (v_style.z > 0.5) {
    vec3 tone = v_style.z < 1.5 ? vec3(0.776, 0.157, 0.157) : v_style.z < 2.5 ? vec3(0.851, 0.467, 0.024) : vec3(0.145, 0.388, 0.922);
    float along = mod((atan(p.y, p.x) + 3.1416) * 15.5, v_style.z < 2.5 ? 6.956 : 3.479);
    float gap = v_style.z < 1.5 ? 1.0 : v_style.z < 2.5 ? step(along, 5.0) : step(along, 1.7);
    float ring = (1.0 - smoothstep(-soft, soft, abs(r - 15.5) - 1.5)) * gap;
    colour = vec4(tone, 1.0) * ring;
  }
  if (kind > 5.5) {
    float behind = box(p - vec2(2.5, -2.5), vec2(8.5), 2.0);
    float inside = 1.0 - smoothstep(-soft, soft, behind);
    float rim = 1.0 - smoothstep(-soft, soft, abs(behind) - 0.5);
    colour = mix(colour, vec4(mix(vec3(1.0), v_outline.rgb, rim), 1.0), max(inside, rim));
  }
  float inside = 1.0 - smoothstep(-soft, soft, d);
  vec4 lines = hatch(v_style.y, p);
  vec3 fill = mix(v_fill.rgb, lines.rgb, v_style.y > 0.5 ? 1.0 - smoothstep(-soft, soft, lines.a) : 0.0);
  colour = mix(colour, vec4(fill, 1.0), inside);
  float rim = 1.0 - smoothstep(-soft, soft, min(abs(d) - 0.7, max(detail(kind, p), d)));
  colour = mix(colour, vec4(v_outline.rgb, 1.0), rim);
  gl_FragColor = colour * v_alpha;
  #endif
}
`;

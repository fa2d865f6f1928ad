/* How many insertions, deletions, replacements and swaps of neighbours lead from one text to another. */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

static Py_ssize_t least(Py_ssize_t a, Py_ssize_t b) { return a < b ? a : b; }

static Py_ssize_t distance(PyObject *left, PyObject *right, Py_ssize_t *rows) {
    Py_ssize_t n = PyUnicode_GET_LENGTH(left), m = PyUnicode_GET_LENGTH(right);
    Py_ssize_t *before = rows, *last = rows + (m + 1), *now = rows + 2 * (m + 1);
    for (Py_ssize_t j = 0; j <= m; j++) last[j] = j;
    for (Py_ssize_t i = 1; i <= n; i++) {
        Py_UCS4 a = PyUnicode_READ_CHAR(left, i - 1);
        now[0] = i;
        for (Py_ssize_t j = 1; j <= m; j++) {
            Py_UCS4 b = PyUnicode_READ_CHAR(right, j - 1);
            now[j] = least(least(last[j] + 1, now[j - 1] + 1), last[j - 1] + (a != b));
            if (i > 1 && j > 1 && a == PyUnicode_READ_CHAR(right, j - 2) && b == PyUnicode_READ_CHAR(left, i - 2))
                now[j] = least(now[j], before[j - 2] + 1);
        }
        Py_ssize_t *spare = before;
        before = last, last = now, now = spare;
    }
    return last[m];
}

static PyObject *py_distance(PyObject *module, PyObject *args) {
    PyObject *left, *right;
    (void)module;
    if (!PyArg_ParseTuple(args, "UU", &left, &right)) return NULL;
    Py_ssize_t *rows = PyMem_Calloc(3 * (size_t)(PyUnicode_GET_LENGTH(right) + 1), sizeof *rows);
    if (rows == NULL) return PyErr_NoMemory();
    Py_ssize_t result = distance(left, right, rows);
    PyMem_Free(rows);
    return PyLong_FromSsize_t(result);
}

static PyMethodDef methods[] = {
    {"distance", py_distance, METH_VARARGS, "distance(a, b): edits that lead from one text to the other"},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "editdistance_native", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_editdistance_native(void) { return PyModule_Create(&module); }

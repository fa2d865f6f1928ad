#include <Python.h>

static PyObject *text(PyObject *module, PyObject *args) {
    (void)module, (void)args;
    return PyUnicode_FromString("well");
}

static PyMethodDef methods[] = {{"text", text, METH_NOARGS, "how it is"}, {NULL, NULL, 0, NULL}};
static struct PyModuleDef module = {PyModuleDef_HEAD_INIT, "greeting", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC PyInit_greeting(void) { return PyModule_Create(&module); }
